import * as pkijs from 'pkijs';
import { validarCadena } from '../autoridad/cadena.ts';
import { tienePapel } from '../autoridad/papeles.ts';
import { OID, RESUMENES } from '../cms/oids.ts';
import { verificarCms } from '../cms/verificar.ts';

/**
 * The instant that a TimeStampToken (RFC 3161) proves for `sellado`, or nothing when it proves none: another
 * digest, a signature that does not verify, a certificate that is not for timestamping or does not lead to one
 * of the roots at that instant. Certificates that take no part in the chain are refused: nobody vouches for them.
 */
export async function horaEstampada(
  token: Uint8Array,
  sellado: Uint8Array<ArrayBuffer>,
  raices: pkijs.Certificate[],
): Promise<Date | undefined> {
  try {
    const { contenido, firmante, otros } = await verificarCms(token, [OID.contenidoEstampa]);
    if (!contenido) return undefined;
    const { messageImprint, genTime } = pkijs.TSTInfo.fromBER(contenido);
    const algoritmo = RESUMENES[messageImprint.hashAlgorithm.algorithmId];
    if (!algoritmo) return undefined;
    const resumen = Buffer.from(await crypto.subtle.digest(algoritmo, sellado));
    if (!resumen.equals(new Uint8Array(messageImprint.hashedMessage.getValue()))) return undefined;
    const cadena = await validarCadena({ hoja: firmante, intermedios: otros, raices, instante: genTime });
    const sirve =
      cadena.valida &&
      tienePapel(cadena.certificados, 'estampado') &&
      otros.every((uno) => cadena.certificados.includes(uno));
    return sirve ? genTime : undefined;
  } catch {
    return undefined;
  }
}
