import { fechaEnBogota } from '@autogestion/normas/fechas';
import { errores, idPublico, type Transaccion } from '../plataforma/index.ts';
import { emitirDocumento, type Documento } from '../sello/index.ts';
import { estadoConFecha, versionesDe, type VersionRut } from './consultas.ts';
import { COPIA, publicoDeCopia } from './copia.ts';

interface PedidoDeCopia {
  titular: string;
  demostracion: boolean;
  /** Number of the version that is copied; the one in force unless told. */
  version?: number;
  /** Asking twice with the same key gives the same copy; each time another unless told. */
  clave?: string;
  /** Sends it to the e-mail of the RUT when it is sealed. */
  entregar?: boolean;
}

/**
 * A copy of the RUT, with today's date and the state of today (DUR 1.6.1.2.21). Of an earlier version it says until
 * when that one was in force. @throws 404 when there is no such version for who is acting.
 */
export async function pedirCopia(trx: Transaccion, e: PedidoDeCopia): Promise<Documento> {
  const versiones = await versionesDe(trx, e.titular);
  const version = versiones.find((v) => v.numero === (e.version ?? versiones[0]?.numero));
  if (!version) throw errores.noEncontrado();
  return emitirDocumento(trx, {
    tipo: COPIA,
    titular: e.titular,
    publico: publicoDeCopia({
      registro: version.registro,
      estado: await estadoConFecha(trx, e.titular),
      fecha: trx.hoy,
      demostracion: e.demostracion,
      anterior: hastaCuando(version, versiones),
    }),
    contenido: { version: version.id, ...(e.entregar && { entregar: 'si' }) },
    clave: e.clave ?? `copia:${idPublico()}`,
  });
}

/** The day on which the next version took its place; nothing for the one in force. */
function hastaCuando(version: VersionRut, versiones: readonly VersionRut[]) {
  const siguiente = versiones.find((v) => v.numero === version.numero + 1);
  return siguiente && { numero: version.numero, hasta: fechaEnBogota(siguiente.creadaEn) };
}
