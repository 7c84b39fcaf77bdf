import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Claves } from './index.ts';

const [IV, MARCA] = [12, 16] as const;
/** What an address can carry. */
const MAXIMO = 148;

/** What a sealed text is for, and whose it is: with another of either it does not open. */
interface Sello {
  proposito: string;
  de?: string;
}

/**
 * What was asked, for the address of its answer: the page is opened again as any other, and what was written is in no
 * address and in no log. AES-256-GCM; the same text twice has two addresses.
 * @param texto up to 120 bytes
 */
export function sellarEnDireccion(claves: Claves, { proposito, de = '' }: Sello, texto: string): string {
  const iv = randomBytes(IV);
  const c = createCipheriv('aes-256-gcm', claves.derivar(proposito), iv).setAAD(Buffer.from(de));
  const cifrado = Buffer.concat([c.update(texto, 'utf8'), c.final()]);
  const bytes = Buffer.concat([iv, c.getAuthTag(), cifrado]);
  if (bytes.length > MAXIMO) throw new RangeError('It does not fit in an address');
  return bytes.toString('base64url');
}

/** The sealed text; undefined for what this office did not seal for that. */
export function abrirDeDireccion(
  claves: Claves,
  { proposito, de = '' }: Sello,
  escrita: string,
): string | undefined {
  const bytes = Buffer.from(escrita, 'base64url');
  if (bytes.length <= IV + MARCA || bytes.length > MAXIMO) return undefined;
  const d = createDecipheriv('aes-256-gcm', claves.derivar(proposito), bytes.subarray(0, IV));
  d.setAAD(Buffer.from(de)).setAuthTag(bytes.subarray(IV, IV + MARCA));
  try {
    return Buffer.concat([d.update(bytes.subarray(IV + MARCA)), d.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
