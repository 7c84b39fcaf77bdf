import { XmlCData, XmlElement, XmlText } from 'libxml2-wasm';

export const NS = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  ext: 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
} as const;

/**
 * The element children of one, listed once by local name: for whoever asks for many while the tree does not change. Each
 * node that the library walks over is a new object, and a document has dozens under its root.
 */
export class Listado {
  private readonly porNombre = new Map<string, XmlElement[]>();

  constructor(elemento: XmlElement) {
    for (const hijo of elementosDe(elemento)) {
      const suyos = this.porNombre.get(hijo.name);
      if (suyos) suyos.push(hijo);
      else this.porNombre.set(hijo.name, [hijo]);
    }
  }

  llamados(nombre: string): readonly XmlElement[] {
    return this.porNombre.get(nombre) ?? [];
  }
}

/** Element children, by local name and namespace. */
export function hijos(de: XmlElement | Listado, nombre: string, espacio?: string): XmlElement[] {
  const llamados =
    de instanceof Listado ? de.llamados(nombre) : elementosDe(de).filter((h) => h.name === nombre);
  return llamados.filter((h) => espacio === undefined || h.namespaceUri === espacio);
}

function elementosDe(elemento: XmlElement): XmlElement[] {
  const encontrados: XmlElement[] = [];
  for (let hijo = elemento.firstChild; hijo; hijo = hijo.next) {
    if (hijo instanceof XmlElement) encontrados.push(hijo);
  }
  return encontrados;
}

/** The only child of that name: of two, neither. */
export function unico(
  de: XmlElement | Listado | undefined,
  nombre: string,
  espacio?: string,
): XmlElement | undefined {
  const encontrados = de ? hijos(de, nombre, espacio) : [];
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
