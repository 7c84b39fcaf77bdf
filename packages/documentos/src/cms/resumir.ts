import { createHash } from 'node:crypto';

/** Bytes that go one after the other: views of a file, so that nothing is copied to be hashed. */
export type Trozos = readonly Uint8Array[];

const NOMBRES = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const;

export function resumir(algoritmo: keyof typeof NOMBRES, trozos: Trozos): Buffer {
  const resumen = createHash(NOMBRES[algoritmo]);
  for (const trozo of trozos) resumen.update(trozo);
  return resumen.digest();
}
