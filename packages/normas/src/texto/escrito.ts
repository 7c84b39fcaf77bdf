/**
 * Text as somebody meant it when they typed or pasted it: NFC; full-width letters and digits as the ordinary ones; what is
 * invisible inside a word (soft hyphen, zero-width marks) is nothing; line breaks, control characters and any run of
 * blanks are one space; none at the ends.
 */
export function textoEscrito(texto: string): string {
  return enAnchoNormal(texto)
    .replace(/\p{Cf}+/gu, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same without blanks nor the points and hyphens that people put between groups: for codes and phone numbers. */
export const sinSeparadores = (texto: string): string =>
  textoEscrito(texto)
    .replace(/[\s.()‐‑‒–—−-]/g, '')
    .normalize('NFC');

/** Names of persons: a curly apostrophe, an accent alone and a prime are the straight apostrophe. */
export const nombreEscrito = (texto: string): string => textoEscrito(texto).replace(/[‘’ʼ´`′]/g, "'");

/** Full-width forms (U+FF01 to U+FF5E) and the ideographic space, which some phones and spreadsheets write. */
const enAnchoNormal = (texto: string): string =>
  texto
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
