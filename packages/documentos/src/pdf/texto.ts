import type { Documento } from './documento.ts';
import { fuenteActual } from './fuente-analizada.ts';

const REEMPLAZO = '?';

/** What the font lacks and people paste, by what says the same. */
const EQUIVALENTES: Readonly<Record<string, string>> = { '→': '>', '←': '<', '↔': '<>', '‑': '-', '✓': 'x' };

/**
 * What a font can print of a text: composed (NFC), without control characters, each character that the font lacks
 * replaced by what says the same, or else by `?`, as PDF/A forbids the empty glyph. The exact text travels in the attached data.
 *
 * A space after a dash is made not breakable: the font draws the plain one there so narrow that programs miss it.
 */
export function imprimible(documento: Documento, texto: string): string {
  const fuente = fuenteActual(documento);
  const hay = (letra: string) => fuente.hasGlyphForCodePoint(letra.codePointAt(0) ?? 0);
  return [...texto.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')]
    .map((letra) => {
      if (hay(letra)) return letra;
      return /\p{Zs}/u.test(letra) ? ' ' : (EQUIVALENTES[letra] ?? REEMPLAZO);
    })
    .join('')
    .trim()
    .replaceAll(/([-–]) /g, '$1\u00a0');
}

/** Every way in which a text goes on to another line. */
const SALTO = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** The lines of a text as somebody wrote it, without the empty ones. */
export const lineasDe = (texto: string): string[] =>
  texto
    .split(SALTO)
    .map((linea) => linea.trim())
    .filter((linea) => linea !== '');

/** What opens an item of a list, written by hand or by a template: `- `, `• `, `1. `, `a) `. */
const MARCA = /^(?:[-–—•·*]|\d{1,2}[.)]|\p{L}\))\s+(?=\S)/u;

/** The mark of an item as it is printed, and what it says; undefined for a line that is no item. */
export function itemDe(linea: string): { marca: string; texto: string } | undefined {
  const [escrita] = MARCA.exec(linea) ?? [];
  if (!escrita) return undefined;
  const marca = escrita.trim();
  return { marca: /^[\d\p{L}]/u.test(marca) ? marca : '•', texto: linea.slice(escrita.length) };
}
