import { prepararBinarios } from './binarios.ts';
import { prepararCluster } from './cluster.ts';
import { adoptar, arrancarConCerrojo } from './arranque.ts';
import { detenerPostmaster, leerPostmaster } from './postmaster.ts';
import { prepararRoles } from './roles.ts';
import { sostener } from './sesion.ts';
import { prepararUbicacion, RELEVO, resolverUbicacion, retirarSocket, type Ubicacion } from './ubicacion.ts';
import { urlsDe, type UrlsEmbebida } from './urls.ts';

interface OpcionesEmbebida {
  /** Where the data lives; made when missing. As root its ancestors must let the account `nobody` pass. */
  directorio: string;
  /** Default true. False loses data on a power cut and belongs in tests alone. */
  fsync?: boolean;
  /** Receives each line worth telling the operator, in Spanish. */
  informar?: (linea: string) => void;
  /** The server died and cannot be had again. Default: only told. */
  alPerder?: (error: unknown) => void;
  /** Where data and binaries go when the server's account cannot enter theirs. Default /var/lib/autogestion. */
  relevo?: string;
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
  const { directorio, fsync = true, informar = () => undefined, relevo = RELEVO } = opciones;
  const { alPerder = () => undefined } = opciones;
  const avisos: string[] = [];
  const avisar = (linea: string): void => {
    avisos.push(linea);
    informar(linea);
  };

  const lugar = resolverUbicacion(directorio, relevo);
  const { cuenta } = lugar;
  if (lugar.relevada)
    avisar(
      `PostgreSQL corre con el usuario ${cuenta.nombre}, que no puede entrar en ${directorio}: los datos están en ${lugar.ubicacion.directorio}.`,
    );
  const binarios = prepararBinarios(cuenta, relevo);
  prepararUbicacion(lugar.ubicacion, cuenta);
  prepararCluster(lugar.ubicacion, binarios, cuenta, fsync);

  const adoptado = await adoptar(lugar.ubicacion, binarios, fsync);
  if (adoptado !== undefined)
    avisar(
      'Un portal anterior terminó sin detener su servidor PostgreSQL: se reutiliza el que quedó encendido.',
    );
  const nuevo = (en: Ubicacion) => arrancarConCerrojo(en, binarios, cuenta, fsync);
  const { administrador, ubicacion } = adoptado ?? (await nuevo(lugar.ubicacion));

  const encender = async () =>
    ((await adoptar(ubicacion, binarios, fsync)) ?? (await nuevo(ubicacion))).administrador;
  const sesion = sostener(administrador, encender, avisar, alPerder);
  let detenido: Promise<void> | undefined;
  const detener = async (): Promise<void> => {
    // The lock is held until the server is gone: nobody can take the directory in between.
    await sesion.dejarDeVigilar();
    const postmaster = leerPostmaster(ubicacion.cluster);
    if (postmaster !== undefined) await detenerPostmaster(postmaster.pid);
    await sesion.cerrar();
    retirarSocket(ubicacion);
  };
  const base: BaseEmbebida = {
    ...urlsDe(ubicacion.socket),
    directorio: ubicacion.directorio,
    avisos,
    detener: () => (detenido ??= detener()),
  };
  try {
    await prepararRoles(administrador);
  } catch (error) {
    await base.detener();
    throw error;
  }
  return base;
}
