import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { prepararBinarios, type Binarios } from './binarios.ts';
import { tomarCerrojo } from './cerrojo.ts';
import { ADMINISTRADOR, prepararCluster } from './cluster.ts';
import { cuentaDelServidor, type Cuenta } from './cuenta.ts';
import { detenerPostmaster, esPostmasterDe, heredarPostmaster, leerPostmaster } from './postmaster.ts';
import { prepararRoles } from './roles.ts';
import { conectar, conectarCuandoResponda, lanzar } from './servidor.ts';
import { elegirDirectorio, prepararUbicacion, RELEVO, ubicar, type Ubicacion } from './ubicacion.ts';
import { APLICACION, BASE, PROPIETARIO, urlDeSocket } from './urls.ts';

export interface OpcionesEmbebida {
  /** Where the data lives; made when missing. As root its ancestors must let the account `nobody` pass. */
  directorio: string;
  /** Default true. False loses data on a power cut and belongs in tests alone. */
  fsync?: boolean;
  /** Receives each line worth telling the operator, in Spanish. */
  informar?: (linea: string) => void;
  /** Where data and binaries go when the server's account cannot enter theirs. Default /var/lib/autogestion. */
  relevo?: string;
}

export interface UrlsEmbebida {
  /** Connects as `autogestion_app`, which owns nothing. */
  urlAplicacion: string;
  /** Connects as `autogestion_propietario`, owner of the database: migrations and workers. */
  urlPropietario: string;
  /** Connects as the superuser to the database `postgres`: backups and test databases. */
  urlAdministrador: string;
}

export interface BaseEmbebida extends UrlsEmbebida {
  /** Where the data really is: the directory asked for, or its stand-in. */
  directorio: string;
  /** What the operator should know: where the data went, that a running server was adopted. In Spanish. */
  avisos: string[];
  /** Ends every session and stops the server; the data stays. Idempotent. */
  detener(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on `directorio`, or adopts the one that a killed portal left running
 * there, and holds the directory for this process until `detener`.
 *
 * @throws ErrorBaseEmbebida always with a remedy; `directorio-en-uso` when another portal holds it
 */
export async function iniciarEmbebida(opciones: OpcionesEmbebida): Promise<BaseEmbebida> {
  const { fsync = true, informar = () => undefined, relevo = RELEVO } = opciones;
  const avisos: string[] = [];
  const avisar = (linea: string): void => {
    avisos.push(linea);
    informar(linea);
  };
  const { ubicacion, cuenta } = resolver(opciones.directorio, relevo);
  const binarios = prepararBinarios(cuenta, relevo);
  if (ubicacion.directorio !== resolverPedido(opciones.directorio))
    avisar(
      `El usuario ${cuenta.nombre}, con el que corre PostgreSQL, no puede entrar en ${opciones.directorio}: los datos están en ${ubicacion.directorio}.`,
    );
  prepararUbicacion(ubicacion, cuenta);
  prepararCluster(ubicacion, binarios, cuenta, fsync);

  let administrador = await adoptar(ubicacion, binarios, fsync);
  if (administrador === undefined) administrador = await arrancar(ubicacion, binarios, cuenta, fsync);
  else avisar('Ya había un servidor PostgreSQL atendiendo estos datos, de un portal que terminó sin cerrarlo: se reutiliza.');

  try {
    await tomarCerrojo(administrador, ubicacion.directorio);
    await prepararRoles(administrador);
  } catch (error) {
    await administrador.end();
    throw error;
  }
  return { ...urlsDe(ubicacion), directorio: ubicacion.directorio, avisos, detener: detenedor(ubicacion, administrador) };
}
