import { validarCadena } from '../autoridad/cadena.ts';
import { leerCertificado } from '../autoridad/certificado.ts';
import { tienePapel } from '../autoridad/papeles.ts';
import { bloquesPem } from '../autoridad/pem.ts';
import { OID } from '../cms/oids.ts';
import { verificarCms } from '../cms/verificar.ts';
import { horaEstampada } from '../estampado/verificar.ts';

interface OpcionesDeConstancia {
  /** Roots that are trusted, in PEM. */
  raices: string[];
}

/** What a signed proof says; `undefined` of one that proves nothing. */
export interface ConstanciaVerificada {
  texto: string;
  firmadaEn: Date;
}

/**
 * Judges a proof offline, in DER or in PEM: that a seal of the office signed it, as a proof and nothing else, and that
 * not a byte changed. Whether the seal's certificate was in force is asked of the moment that its timestamp proves.
 * It answers whatever the bytes are.
 *
 * @throws only when a root is not a certificate in PEM
 */
export async function verificarConstancia(
  bytes: Uint8Array,
  { raices }: OpcionesDeConstancia,
): Promise<ConstanciaVerificada | undefined> {
  const confiables = raices.map(leerCertificado);
  try {
    const { contenido, firmante, otros, firma, estampa } = await verificarCms(aDer(bytes), [OID.constancia]);
    if (!contenido || !estampa) return undefined;
    const firmadaEn = await horaEstampada(estampa, firma, confiables);
    if (!firmadaEn) return undefined;
    const cadena = await validarCadena({
      hoja: firmante,
      intermedios: otros,
      raices: confiables,
      instante: firmadaEn,
    });
    const sirve =
      cadena.valida &&
      tienePapel(cadena.certificados, 'sello') &&
      otros.every((uno) => cadena.certificados.includes(uno));
    if (!sirve) return undefined;
    return { texto: new TextDecoder('utf-8', { fatal: true }).decode(contenido), firmadaEn };
  } catch {
    return undefined;
  }
}

/** DER begins with a SEQUENCE; anything else may be its PEM. */
function aDer(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30) return bytes;
  const [primero] = bloquesPem(Buffer.from(bytes).toString('latin1'), 'CMS');
  if (!primero) throw new RangeError('It is neither DER nor PEM');
  return primero;
}
