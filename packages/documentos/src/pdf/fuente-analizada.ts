import { FUENTES, leerFuente, type Fuente } from '../fuentes/fuentes.ts';

/** What is used of a font as pdfkit parses it. */
interface FuenteAnalizada {
  unitsPerEm: number;
  /** Every code point that the font has, in order. */
  characterSet: readonly number[];
  hasGlyphForCodePoint(punto: number): boolean;
  layout(texto: string): {
    glyphs: { path: { toSVG(): string } }[];
    positions: { xAdvance: number }[];
    advanceWidth: number;
  };
}

/**
 * pdfkit keeps the parsed font to itself, and its typings with it, but takes one back in place of a file. Parsing the
 * three fonts and measuring their glyphs anew takes two thirds of the time of a document; once is enough.
 */
const analizadas = new Map<Fuente, FuenteAnalizada>();

/** Registers the fonts of the documents under their names. */
export function registrarFuentes(documento: PDFKit.PDFDocument): void {
  for (const fuente of FUENTES) {
    const conocida = analizadas.get(fuente);
    documento.registerFont(fuente, (conocida ?? leerFuente(fuente)) as Buffer);
    if (!conocida) analizadas.set(fuente, conocerLetras(fuenteActual(documento.font(fuente))));
  }
}

/**
 * The parsed font keeps each glyph with the letter for which it was first asked. A document that has Ñ and no N asks
 * for the glyph of N as a piece of the other, of no letter, and every later one would print an N that no reader finds.
 * Ligatures are asked for by their letters: "fi" is read as two.
 */
function conocerLetras(fuente: FuenteAnalizada): FuenteAnalizada {
  for (const punto of fuente.characterSet) fuente.layout(String.fromCodePoint(punto).normalize('NFKC'));
  return fuente;
}

/** The regular font, for the constructor: left to itself it takes Helvetica, which is never embedded. */
export function fuenteInicial(): string {
  return (analizadas.get('regular') ?? leerFuente('regular')) as unknown as string;
}

/** The font that the document is using. */
export function fuenteActual(documento: PDFKit.PDFDocument): FuenteAnalizada {
  return (documento as unknown as { _font: { font: FuenteAnalizada } })._font.font;
}
