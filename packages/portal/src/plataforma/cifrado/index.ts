import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keys derived from the master key, one per purpose (HKDF-SHA-256, RFC 5869). */
export interface Claves {
  /** HMAC of text under the key of its purpose. */
  hmac(proposito: string, texto: string): Buffer;
  /** 32 bytes for one purpose. */
  derivar(proposito: string): Buffer;
}

export function clavesDe(maestra: Buffer): Claves {
  const hechas = new Map<string, Buffer>();
  const derivar = (proposito: string) => {
    let clave = hechas.get(proposito);
    if (!clave) {
      clave = Buffer.from(hkdfSync('sha256', maestra, '', `autogestion/${proposito}`, 32));
      hechas.set(proposito, clave);
    }
    return clave;
  };
  return {
    derivar,
    hmac: (proposito, texto) => createHmac('sha256', derivar(proposito)).update(texto).digest(),
  };
}

/** The configured master key, or the one of the data directory, made on first start and readable by its owner only. */
export async function claveMaestra(configurada: Buffer | undefined, directorio: string): Promise<Buffer> {
  if (configurada) return configurada;
  const archivo = join(directorio, 'clave-maestra');
  await mkdir(directorio, { recursive: true });
  try {
    await writeFile(archivo, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const clave = Buffer.from(await readFile(archivo, 'utf8'), 'base64');
  if (clave.length !== 32)
    throw new Error(`The master key in ${archivo} is damaged: it must be 32 bytes in base64`);
  return clave;
}

export const iguales = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
