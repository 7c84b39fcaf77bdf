import { nombreEscrito } from './escrito.ts';

export * from './escrito.ts';
export { textoDeSms } from './sms.ts';
export { nombreLegible } from './nombre-legible.ts';

/** Lower case, without accents nor dieresis; the ñ stays a letter of its own. For comparing, not for showing. */
export function plegar(texto: string): string {
  return texto
    .toLowerCase()
    .normalize('NFD')
    .replace(/n\u0303/g, 'ñ')
    .replace(/[\u0300-\u036f]/g, '');
}

/**
 * What the spellings of one name share, for comparing who somebody is: no capitals, accents, ñ (keyboards without it, and
 * registries that lost it, write n), apostrophes nor hyphens.
 */
export const nombreComparable = (texto: string): string =>
  plegar(nombreEscrito(texto))
    .replace(/ñ/g, 'n')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A phrase as a line begins: its first letter in capitals, the rest as it was. */
export const conMayuscula = (frase: string): string => frase.charAt(0).toUpperCase() + frase.slice(1);

/** Control characters, line breaks included, and the invisible marks that reorder text. */
const CARACTERES_DE_CONTROL = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

export function tieneCaracteresDeControl(texto: string): boolean {
  return CARACTERES_DE_CONTROL.test(texto);
}
