import { XmlCData, XmlElement, XmlText } from 'libxml2-wasm';

export const NS = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  ext: 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
} as const;

/** Element children, by local name and namespace. */
export function hijos(elemento: XmlElement, nombre: string, espacio?: string): XmlElement[] {
  const encontrados: XmlElement[] = [];
  for (let hijo = elemento.firstChild; hijo; hijo = hijo.next) {
    if (
      hijo instanceof XmlElement &&
      hijo.name === nombre &&
      (espacio === undefined || hijo.namespaceUri === espacio)
    ) {
      encontrados.push(hijo);
    }
  }
  return encontrados;
}

/** The only child of that name: of two, neither. */
export function unico(
  elemento: XmlElement | undefined,
  nombre: string,
  espacio?: string,
): XmlElement | undefined {
  const encontrados = elemento ? hijos(elemento, nombre, espacio) : [];
  return encontrados.length === 1 ? encontrados[0] : undefined;
}

/** The text that the canonical form holds: comments are not in it, CDATA is. */
export function textoDe(elemento: XmlElement | undefined): string | undefined {
  if (!elemento) return undefined;
  let texto = '';
  for (let hijo = elemento.firstChild; hijo; hijo = hijo.next) {
    if (hijo instanceof XmlText || hijo instanceof XmlCData) texto += hijo.content;
  }
  return texto;
}
