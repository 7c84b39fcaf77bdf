import { PDF } from '@libpdf/core';

const MAXIMO_BYTES = 1_000_000;

/**
 * The JSON that a document carries (`rut.json`), or undefined when there is none or it cannot be read. To be asked
 * only of a document already known to be whole: until then its author is unknown.
 */
export async function datosAdjuntos(pdf: Uint8Array): Promise<unknown> {
  try {
    const documento = await PDF.load(pdf);
    const nombre = [...documento.getAttachments().keys()].find((uno) => uno.endsWith('.json'));
    const bytes = nombre === undefined ? null : documento.getAttachment(nombre);
    if (!bytes || bytes.length > MAXIMO_BYTES) return undefined;
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
