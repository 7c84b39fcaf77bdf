import type { Documento } from './documento.ts';
import { fuenteActual } from './fuente-analizada.ts';

const REEMPLAZO = '?';

/**
 * What a font can print of a text: composed (NFC), without control characters, each character that the font lacks
 * replaced by `?`, as PDF/A forbids the empty glyph. The exact text travels in the attached data.
 *
 * A space after a dash is made not breakable: the font draws the plain one there so narrow that programs miss it.
 */
export function imprimible(documento: Documento, texto: string): string {
  const fuente = fuenteActual(documento);
  return [...texto.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')]
    .map((letra) => (fuente.hasGlyphForCodePoint(letra.codePointAt(0) ?? 0) ? letra : REEMPLAZO))
    .join('')
    .trim()
    .replaceAll(/([-–]) /g, '$1\u00a0');
}
