import { ParseOption, XmlCData, XmlComment, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';

/** Largest file that is read. A document has some 500 KB at most; its container holds two. */
const BYTES_MAXIMOS = 5 * 1024 * 1024;
const PROFUNDIDAD_MAXIMA = 100;
const NODOS_MAXIMOS = 200_000;

/** Why a file is not read. None of these is repaired: a document that asks for indulgence is not signed text. */
type MotivoDeRechazo =
  | 'tamano'
  | 'codificacion'
  | 'dtd'
  | 'mal-formado'
  | 'instruccion'
  | 'entidad'
  | 'id-repetido'
  | 'profundidad'
  | 'nodos';

export class XmlRechazado extends Error {
  readonly motivo: MotivoDeRechazo;

  constructor(motivo: MotivoDeRechazo, mensaje: string) {
    super(mensaje);
    this.motivo = motivo;
  }
}

/** A parsed document whose whole tree was walked, with its elements by Id. Its owner disposes of it. */
export interface Arbol {
  documento: XmlDocument;
  raiz: XmlElement;
  porId: ReadonlyMap<string, XmlElement>;
  /** Elements that hold a value broken by a comment, or written in CDATA, by name. */
  conComentario: readonly string[];
  conCdata: readonly string[];
}

/**
 * Reads with the one parser that will also canonicalize: no DTD, no entities, no processing instructions, no
 * two equal Ids, nothing without bounds.
 *
 * @throws XmlRechazado
 */
export function abrirArbol(bytes: Uint8Array): Arbol {
  if (bytes.length > BYTES_MAXIMOS) throw new XmlRechazado('tamano', 'El archivo pasa de 5 MB.');
  exigirPrologo(bytes);
  let documento: XmlDocument;
  try {
    documento = XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
    });
  } catch (error) {
    throw new XmlRechazado('mal-formado', `El XML está mal formado: ${dondeFalla(error)}.`);
  }
  try {
    if (documento.dtd) throw new XmlRechazado('dtd', 'El archivo trae una DTD, y no se aceptan.');
    return { documento, raiz: documento.root, ...recorrer(documento) };
  } catch (error) {
    documento.dispose();
    throw error;
  }
}

function dondeFalla(error: unknown): string {
  const [detalle] = (error as { details?: { line?: number; message?: string }[] }).details ?? [];
  return detalle?.line === undefined ? 'no se puede leer' : `falla en la línea ${detalle.line}`;
}

/**
 * What comes before the first element, looked at before the parser sees it: a DTD would be worked on while
 * it is read. Only encodings that keep ASCII are taken, so these bytes mean what they say.
 */
function exigirPrologo(bytes: Uint8Array): void {
  const inicio = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64 * 1024));
  const texto = inicio.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const declaracion = /^<\?xml\s[^>]*\?>/.exec(texto)?.[0] ?? '';
  const codificacion = /encoding\s*=\s*["']([^"']*)["']/.exec(declaracion)?.[1] ?? 'UTF-8';
  if (texto.includes('\u0000') || !/^(?:utf-8|iso-8859-1|us-ascii)$/i.test(codificacion)) {
    throw new XmlRechazado('codificacion', 'El archivo va en UTF-8 o en ISO-8859-1.');
  }
  if (/version\s*=\s*["'](?!1\.0["'])/.test(declaracion)) {
    throw new XmlRechazado('mal-formado', 'El archivo va en XML 1.0.');
  }
  let resto = texto.slice(declaracion.length);
  for (;;) {
    resto = resto.replace(/^\s+/, '');
    if (resto.startsWith('<!--')) {
      const fin = resto.indexOf('-->');
      if (fin < 0)
        throw new XmlRechazado('mal-formado', 'El XML está mal formado: un comentario no termina.');
      resto = resto.slice(fin + 3);
    } else if (/^<!DOCTYPE/i.test(resto)) {
      throw new XmlRechazado('dtd', 'El archivo trae una DTD, y no se aceptan.');
    } else if (resto.startsWith('<?')) {
      throw new XmlRechazado('instruccion', INSTRUCCION);
    } else return;
  }
}

const INSTRUCCION = 'El archivo trae una instrucción de procesamiento, y no se aceptan.';

function recorrer(documento: XmlDocument): Pick<Arbol, 'porId' | 'conComentario' | 'conCdata'> {
  if (documento.find('//processing-instruction()').length > 0) {
    throw new XmlRechazado('instruccion', INSTRUCCION);
  }
  const porId = new Map<string, XmlElement>();
  const conComentario: string[] = [];
  const conCdata: string[] = [];
  const pendientes: [XmlElement, number][] = [[documento.root, 1]];
  let nodos = 0;
  for (let actual = pendientes.pop(); actual; actual = pendientes.pop()) {
    const [elemento, profundidad] = actual;
    if (profundidad > PROFUNDIDAD_MAXIMA) {
      throw new XmlRechazado('profundidad', 'El XML tiene demasiados niveles.');
    }
    for (const { name, value } of elemento.attrs) {
      if (name.toLowerCase() !== 'id') continue;
      if (porId.has(value))
        throw new XmlRechazado('id-repetido', `El identificador «${value}» está dos veces.`);
      porId.set(value, elemento);
    }
    let comentado = false;
    let conTexto = false;
    for (let hijo = elemento.firstChild; hijo; hijo = hijo.next) {
      if (++nodos > NODOS_MAXIMOS) throw new XmlRechazado('nodos', 'El XML tiene demasiados elementos.');
      if (hijo instanceof XmlElement) pendientes.push([hijo, profundidad + 1]);
      else if (hijo instanceof XmlComment) comentado = true;
      else if (hijo instanceof XmlCData) {
        conCdata.push(elemento.name);
        conTexto = true;
      } else if (hijo instanceof XmlText) conTexto ||= hijo.content.trim() !== '';
      else throw new XmlRechazado('entidad', 'El archivo trae una entidad, y no se aceptan.');
    }
    if (comentado && conTexto) conComentario.push(elemento.name);
  }
  return { porId, conComentario, conCdata };
}
