export * from './escrito.ts';

/** Lower case, without accents nor dieresis; the ñ stays a letter of its own. For comparing, not for showing. */
export function plegar(texto: string): string {
  return texto
    .toLowerCase()
    .normalize('NFD')
    .replace(/n\u0303/g, 'ñ')
    .replace(/[\u0300-\u036f]/g, '');
}

/** Control characters, line breaks included, and the invisible marks that reorder text. */
const CARACTERES_DE_CONTROL = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

export function tieneCaracteresDeControl(texto: string): boolean {
  return CARACTERES_DE_CONTROL.test(texto);
}
