import { XmlC14NMode, type XmlDocument, type XmlElement } from 'libxml2-wasm';

interface OpcionesDeForma {
  exclusiva?: boolean;
  conComentarios?: boolean;
}

/**
 * Canonical XML of a document, or of a part of it with the names that it inherits (Canonical XML 1.0, Exclusive XML
 * Canonicalization 1.0). A part is told as a set of one root: asked of the element itself, the library makes an object of
 * every node of the document to ask whether it is inside.
 * @throws XmlError for a document without one, as a name whose namespace is a relative address
 */
export function formaCanonica(
  nodo: XmlDocument | XmlElement,
  { exclusiva = false, conComentarios = false }: OpcionesDeForma = {},
): string {
  const opciones = {
    mode: exclusiva ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
    withComments: conComentarios,
  };
  return 'doc' in nodo
    ? nodo.doc.canonicalizeToString({ ...opciones, nodeSet: new Set([nodo]) })
    : nodo.canonicalizeToString(opciones);
}
