import type { Presentacion } from '@autogestion/documentos';
import { clase, type Transaccion } from '../../plataforma/index.ts';

/** What was presented and waits for, or has, the person's acceptance. */
export interface Atencion {
  id: string;
  idPublico: string;
  /** What it is for: `inscripcion`, `acceso`, or the address of a procedure. */
  clase: string;
  /** Null until a registration is done. */
  titular: string | null;
  solicitud: string | null;
  datos: unknown;
  presentado: Presentacion;
  /** SHA-256 of the canonical JSON of `presentado`, hexadecimal. */
  hash: string;
  /** Address where the code goes. */
  destino: string;
  presentadoEn: Date;
  venceEn: Date;
  aceptadoEn: Date | null;
  resultado: Hecho | null;
}

/** What an act left done. */
export interface Hecho {
  titular: string;
  titularPublico: string;
  radicado: string;
}

/** A class of act: what it is called and what its acceptance does, in the transaction of the code. */
export interface ClaseDeAtencion {
  clase: string;
  nombre: string;
  /** What the desk reads before it begins. */
  ayuda: string;
  /** Law by which an official does it. */
  fundamento: string;
  efecto: (trx: Transaccion, a: Atencion) => Promise<Hecho>;
}

export const CLASES_ASISTIDAS = clase<ClaseDeAtencion>('class of assisted act', (c) => c.clase);
