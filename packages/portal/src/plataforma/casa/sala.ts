import type { Aparte } from '@autogestion/documentos';
import type { Antivirus } from '../antivirus/index.ts';
import type { AlmacenObjetos, Archivos } from '../archivos/index.ts';
import type { Aporte, Clase, Llamado } from '../catalogo/index.ts';
import type { Claves } from '../cifrado/index.ts';
import type { Contingencia } from '../contingencia/index.ts';
import type { Codigos } from '../codigos/index.ts';
import type { Config } from '../config/index.ts';
import type { Ruta } from '../http/index.ts';
import type { Logger } from '../registro/index.ts';
import type { Reloj } from '../reloj/index.ts';
import type { Trabajo } from '../trabajos/index.ts';
import type { EnTransaccion, Transaccion } from '../transaccion/index.ts';

/** What every room finds in the office. A room that needs more says it in a type of its own, which the entry fills. */
export interface Entorno {
  config: Config;
  urlPublica: string;
  /** What it issues says «DEMOSTRACIÓN, sin validez». */
  demostracion: boolean;
  /** Messages go nowhere but to the local mailbox, which anybody may read. */
  conBuzon: boolean;
  claves: Claves;
  codigos: Codigos;
  reloj: Reloj;
  registro: Logger;
  /** Transactions of the application's role. */
  enTransaccion: EnTransaccion;
  /** Transactions of the owner's role, which row-level security lets through. */
  comoPropietario: EnTransaccion;
  archivos: Archivos;
  /** Where files go that are not in the database. */
  objetos: AlmacenObjetos | undefined;
  antivirus: Antivirus;
  /** Failed attempts and their proofs. */
  contingencia: Contingencia;
  /** Where strangers' files are read. */
  aparte: Aparte;
  /** Folder of what the office publishes. */
  directorioPublico: string;
}

/** What a room has. It is only told: building it registers nothing anywhere. */
export interface Contenido {
  /** Its folder. */
  nombre: string;
  rutas?: readonly Ruta[];
  trabajos?: readonly Trabajo[];
  /** Kinds that it brings to notions of its own or of rooms above: `TIPOS_DE_CASO.de(retiro)`. */
  tipos?: readonly Aporte[];
  /** Notions that are its own: what other rooms bring to them, it handles. */
  recibe?: readonly Pick<Clase<never>, 'que'>[];
  /** Kinds that it asks for by name: `TIPOS_DE_DOCUMENTO.llamados(COPIA)`. */
  pide?: readonly Llamado[];
  /** The facts that it handles, `sala.hecho`, and the names of its jobs that do. */
  cuando?: Readonly<Record<string, readonly string[]>>;
  /** Figures of its own for `/metricas`, by name, read in a transaction of the owner's. */
  medidas?: Readonly<Record<string, (trx: Transaccion) => Promise<number>>>;
  /** Routes to which its pages lead, by name. */
  enlaces?: readonly string[];
}

/** A room, as a value: given the office around it, what it has. */
export type Sala<E = Entorno> = (entorno: E) => Contenido;
