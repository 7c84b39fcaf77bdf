import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Claves } from '../plataforma/index.ts';

const PROPOSITO = 'rut-consulta-de-estado';
const [IV, MARCA] = [12, 16] as const;

/**
 * What was asked, for the address of its answer: the page is opened again as any other, and the number is in no address
 * and in no log. AES-256-GCM; two questions for one NIT have two addresses.
 */
export function sellarConsulta(claves: Claves, nit: string): string {
  const iv = randomBytes(IV);
  const c = createCipheriv('aes-256-gcm', claves.derivar(PROPOSITO), iv);
  const cifrado = Buffer.concat([c.update(nit, 'utf8'), c.final()]);
  return Buffer.concat([iv, c.getAuthTag(), cifrado]).toString('base64url');
}

/** The NIT of a sealed question; undefined for what this office did not seal. */
export function abrirConsulta(claves: Claves, escrita: string): string | undefined {
  const bytes = Buffer.from(escrita, 'base64url');
  if (bytes.length <= IV + MARCA || bytes.length > 64) return undefined;
  const d = createDecipheriv('aes-256-gcm', claves.derivar(PROPOSITO), bytes.subarray(0, IV));
  d.setAuthTag(bytes.subarray(IV, IV + MARCA));
  try {
    return Buffer.concat([d.update(bytes.subarray(IV + MARCA)), d.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
