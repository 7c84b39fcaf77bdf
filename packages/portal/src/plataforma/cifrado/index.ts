import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorDeArranque } from '../errores/index.ts';

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

/** The configured master key, or the one of the data directory, made on first start and readable by its owner only. @throws ErrorDeArranque */
export async function claveMaestra(configurada: Buffer | undefined, directorio: string): Promise<Buffer> {
  if (configurada) return configurada;
  const archivo = join(directorio, 'clave-maestra');
  const clave = Buffer.from(await leerOHacer(directorio, archivo), 'base64');
  if (clave.length !== 32)
    throw new ErrorDeArranque(
      `La clave maestra de ${archivo} está dañada: deben ser 32 bytes en base64.`,
      'Ponga otra vez la de su copia de seguridad. No la borre: sin ella no se abre nada de lo que cifró.',
    );
  return clave;
}

async function leerOHacer(directorio: string, archivo: string): Promise<string> {
  try {
    await mkdir(directorio, { recursive: true });
    await writeFile(archivo, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
    return await readFile(archivo, 'utf8');
  } catch (causa) {
    throw new ErrorDeArranque(
      `No se puede leer ni hacer la clave maestra en ${archivo} (${(causa as NodeJS.ErrnoException).code ?? 'sin motivo'}).`,
      'Debe ser un archivo del usuario que inicia el portal, en un directorio suyo: corrija el dueño (chown), o defina DATA_DIR o MASTER_KEY.',
      causa,
    );
  }
}

export const iguales = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
