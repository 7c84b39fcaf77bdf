import type { Documento } from './documento.ts';

/** A file that travels inside the document. */
export interface Adjunto {
  nombre: string;
  /** Media type. */
  tipo: string;
  descripcion: string;
  bytes: Uint8Array;
}

/** Puts a file inside the document, as data of it (AFRelationship, ISO 19005-3 § 6.8), with the document's own date. */
export function adjuntar(documento: Documento, adjunto: Adjunto, en: Date): void {
  const opciones = {
    name: adjunto.nombre,
    type: adjunto.tipo,
    description: adjunto.descripcion,
    // The typings of pdfkit do not know it.
    relationship: 'Data',
    creationDate: en,
    modifiedDate: en,
  };
  documento.file(Buffer.from(adjunto.bytes), opciones);
}
