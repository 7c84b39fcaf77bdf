import { createPrivateKey, X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { validarCadena } from '../autoridad/cadena.ts';
import { leerCertificado } from '../autoridad/certificado.ts';
import type { MaterialAutoridad } from '../autoridad/material.ts';
import { tienePapel } from '../autoridad/papeles.ts';
import { abrirArbol, XmlRechazado } from './arbol.ts';
import { emitirRespuesta } from './emitir-respuesta.ts';
import type { RespuestaPorEmitir } from './emitir-respuesta.ts';
import { verificarFirma } from './firma.ts';
import { firmarDocumento } from './firmar.ts';

/**
 * What the office answers of an electronic document: an ApplicationResponse (02 or 04) signed by the certificate that
 * is for answers and for nothing else, with ECDSA on P-256 as everything of the office. Some 3 ms.
 */
export function responder(
  r: RespuestaPorEmitir,
  material: Pick<MaterialAutoridad, 'respuesta' | 'intermedia'>,
): { xml: string; codigo: string } {
  const { xml, codigo } = emitirRespuesta(r);
  const { respuesta, intermedia } = material;
  const firmado = firmarDocumento(xml, {
    llave: createPrivateKey(respuesta.clave),
    certificados: [respuesta, intermedia].map((par) => new X509Certificate(par.certificado).raw),
    momento: r.momento,
  });
  return { xml: firmado, codigo };
}

/** Whether bytes are an answer that an office with one of these roots signed, whole. @param raices in PEM */
export async function esRespuestaDeLaOficina(
  bytes: Uint8Array,
  { raices }: { raices: readonly string[] },
): Promise<boolean> {
  const firmante = firmanteDe(bytes);
  if (!firmante) return false;
  const [hoja, ...intermedios] = firmante.certificados.map((c) =>
    pkijs.Certificate.fromBER(new Uint8Array(c.raw)),
  );
  const instante = new Date(firmante.momento ?? NaN);
  if (!hoja || Number.isNaN(instante.getTime())) return false;
  const cadena = await validarCadena({ hoja, intermedios, raices: raices.map(leerCertificado), instante });
  return cadena.valida && tienePapel(cadena.certificados, 'respuesta');
}

function firmanteDe(bytes: Uint8Array) {
  try {
    const arbol = abrirArbol(bytes);
    try {
      const { firmante } = verificarFirma(arbol, 'ec');
      return (
        firmante && { certificados: [firmante.certificado, ...firmante.otros], momento: firmante.momento }
      );
    } finally {
      arbol.documento.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlRechazado)) throw error;
    return undefined;
  }
}
