import PDFDocument from 'pdfkit';
import type { Fuente } from '../fuentes/fuentes.ts';
import { fuenteInicial, registrarFuentes } from './fuente-analizada.ts';

export type Documento = PDFKit.PDFDocument;
export type Elemento = PDFKit.PDFStructureElement;

interface Metadatos {
  titulo: string;
  asunto: string;
  autor: string;
  creadoEn: Date;
}

/** Letter, in points. */
export const PAGINA = { ancho: 612, alto: 792 } as const;

/**
 * A tagged PDF built as PDF/A-3a: structure tree, Spanish of Colombia, title shown, sRGB output intent, fonts
 * embedded. It has no page yet and nothing is laid out by itself: positions are the caller's.
 */
export function crearDocumento({ titulo, asunto, autor, creadoEn }: Metadatos): Documento {
  const documento = new PDFDocument({
    size: [PAGINA.ancho, PAGINA.alto],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'es-CO',
    displayTitle: true,
    font: fuenteInicial(),
    info: {
      Title: titulo,
      Subject: asunto,
      Author: autor,
      Creator: 'Autogestión',
      Producer: 'Autogestión',
      CreationDate: creadoEn,
    },
  });
  registrarFuentes(documento);
  return documento;
}

/** Ends the document and gives its bytes. */
export function terminar(documento: Documento): Promise<Uint8Array> {
  return new Promise((resolver, rechazar) => {
    const trozos: Buffer[] = [];
    documento.on('data', (trozo: Buffer) => trozos.push(trozo));
    documento.on('error', rechazar);
    documento.on('end', () => resolver(new Uint8Array(Buffer.concat(trozos))));
    documento.end();
  });
}

export interface Estilo {
  fuente: Fuente;
  tamano: number;
  color?: string;
}

export function aplicar(documento: Documento, { fuente, tamano, color }: Estilo): Documento {
  documento.font(fuente).fontSize(tamano);
  return color ? documento.fillColor(color) : documento;
}

/** Height in points that a text takes in a width, wrapped. */
export function alturaDe(documento: Documento, texto: string, estilo: Estilo, ancho: number): number {
  return aplicar(documento, estilo).heightOfString(texto, { width: ancho, lineGap: 0 });
}

/** Draws what means nothing to who does not see it: rules, backgrounds, watermarks. */
export function artificio(documento: Documento, tipo: 'Layout' | 'Pagination', dibujar: () => void): void {
  documento.markContent('Artifact', { type: tipo });
  dibujar();
  documento.endMarkedContent();
}

/** Type of structure elements with the attribute that the typings of pdfkit leave out. */
interface OpcionesDeElemento {
  title?: string;
  alt?: string;
  /** Of a header cell. */
  scope?: 'Row' | 'Column';
  /** Left, top, right, bottom, in points from the top of the page. */
  bbox?: [number, number, number, number];
}

export function elemento(
  documento: Documento,
  tipo: string,
  opciones: OpcionesDeElemento,
  hijos: PDFKit.PDFStructureElementChild[] = [],
): Elemento {
  return documento.struct(tipo, opciones, hijos);
}
