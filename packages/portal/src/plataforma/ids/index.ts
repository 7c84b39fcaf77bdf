import { codigoEscrito } from '@autogestion/normas/texto';
import { createHash, randomBytes } from 'node:crypto';

/** UUID version 7 (RFC 9562 §5.7): time-ordered, made in the application. */
export function uuidv7(ahora: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ahora.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Crockford's base 32: no I, L, O or U, so that a person can read it aloud. */
const ALFABETO = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random text of `largo` characters, five bits each. */
export function textoAleatorio(largo: number): string {
  return Array.from(randomBytes(largo), (b) => ALFABETO[b & 31]).join('');
}

/** Public identifier of 130 random bits, safe in a URL and said aloud. */
export const idPublico = (): string => textoAleatorio(26).toLowerCase();

export const FORMA_ID_PUBLICO = /^[0-9a-hjkmnp-tv-z]{26}$/;

/**
 * A public identifier as somebody typed it from paper, said it or pasted it: in capitals, in groups, with look-alikes, with
 * the full stop of a sentence, or the whole link that ends in it.
 */
export function idPublicoEscrito(escrito: string): string {
  const [sinFragmento = ''] = escrito.trim().split(/[?#]/);
  const ultimo = sinFragmento
    .split('/')
    .filter((tramo) => tramo.trim() !== '')
    .at(-1);
  return codigoEscrito(ultimo ?? '').toLowerCase();
}

/** Bearer secret of 256 random bits (base64url). Only its hash is stored. */
export const secretoAleatorio = (): string => randomBytes(32).toString('base64url');

export const sha256 = (dato: string | Uint8Array): Buffer => createHash('sha256').update(dato).digest();

export const FORMA_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
