import { cargarFirmante, firmarCms, sha256 } from '../cms/firmar.ts';
import { OID } from '../cms/oids.ts';
import type { MaterialAutoridad } from '../autoridad/material.ts';
import { estampadorPropio } from '../estampado/propio.ts';

/**
 * Signs what the office certifies of somebody's attempt: CMS (RFC 5652) in DER with the text inside, by the seal's
 * certificate and with a content type of its own, so that neither is taken for the other. It asks nobody anything: the
 * timestamp is the office's, also where seals have another's. Some 3 ms.
 *
 * @param instante when it is signed, which the timestamp says
 */
export async function firmarConstancia(
  texto: string,
  material: MaterialAutoridad,
  instante: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const estampador = estampadorPropio(material, () => instante);
  return firmarCms({
    firmante: await cargarFirmante(material.sello, material.intermedia),
    contenido: { tipo: OID.constancia, bytes: Buffer.from(texto, 'utf8') },
    estampar: async (firma) => estampador.estampar(await sha256(firma)),
  });
}
