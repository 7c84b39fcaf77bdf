/**
 * Text as somebody meant it when they typed or pasted it: NFC; full-width letters and digits, the ligatures of a PDF and
 * the decorated digits of some phones as the ordinary ones; what is invisible inside a word (soft hyphen, zero-width and
 * variation marks) is nothing; line breaks, control characters and any run of blanks are one space; none at the ends.
 */
export function textoEscrito(texto: string): string {
  return enFormaNormal(texto)
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The hyphens, dashes and minus signs that phones and word processors put where somebody typed a hyphen. */
const GUIONES = '\u2010-\u2015\u2212\ufe58\ufe63-';
/** Apostrophes, accents alone, primes and quotes: what people put for the millions, or a spreadsheet before a number. */
const APOSTROFOS = "'\u2018\u2019\u201b\u02bc\u02b9\u00b4\u0060\u2032\ua78c";

export const conGuionRecto = (texto: string): string => texto.replace(new RegExp(`[${GUIONES}]`, 'g'), '-');
export const conApostrofoRecto = (texto: string): string =>
  texto.replace(new RegExp(`[${APOSTROFOS}]`, 'g'), "'");

/** What stands between the groups of a number or a code. */
const SEPARADORES = new RegExp(`[\\s.,·_/()"${APOSTROFOS}${GUIONES}]`, 'g');

/** The same without what people put between groups, nor quotes: for codes, phones and document numbers. */
export const sinSeparadores = (texto: string): string =>
  textoEscrito(texto).replace(SEPARADORES, '').normalize('NFC');

/** Names of persons: any apostrophe is the straight one, any hyphen the short one; none of them has spaces around it. */
export const nombreEscrito = (texto: string): string =>
  conGuionRecto(conApostrofoRecto(textoEscrito(texto)))
    .replace(/(?<=\p{L}) ?' ?(?=\p{L})/gu, "'")
    .normalize('NFC');

/**
 * A code of Crockford's base 32 (no I, L, O or U) in capitals, however it was typed or pasted: look-alikes are the digit
 * that they look like, and whatever is no letter nor digit is nothing, as the full stop that the message puts after it.
 */
export const codigoEscrito = (texto: string): string =>
  textoEscrito(texto)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** What is written otherwise in full width (U+FF01 to U+FF5E), in a ligature (ﬁ) or as a mathematical digit. */
const enFormaNormal = (texto: string): string =>
  texto.replace(/[\uff01-\uff5e\ufb00-\ufb06\u{1d7ce}-\u{1d7ff}\u3000]/gu, (c) => c.normalize('NFKC'));
