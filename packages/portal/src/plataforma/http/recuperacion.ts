import { cifrar, descifrar } from '@autogestion/documentos';
import { llamar } from '../base-de-datos/index.ts';
import { secretoAleatorio, sha256 } from '../ids/index.ts';
import type { Transaccion } from '../transaccion/index.ts';
import type { Formulario } from './ruta.ts';

/** How long the body, and the cookie that opens it, are kept. */
export const GUARDAR_MS = 2 * 3_600_000;
const CONTEXTO = 'plataforma.cuerpo_guardado';

/** Key and path of a body kept on the server: the value of the browser's cookie `recuperar`. */
interface Recuperacion {
  clave: string;
  camino: string;
  /** Something was typed; otherwise only the way is remembered. */
  conCuerpo: boolean;
}

export function leerCookieRecuperar(valor: string | undefined): Recuperacion | undefined {
  const [clave, camino, cuerpo] = (valor ?? '').split('.');
  if (!clave || !camino || clave.length !== 43) return undefined;
  const texto = Buffer.from(camino, 'base64url').toString();
  // Only a path of ours: never an address that leads elsewhere.
  return /^\/(?!\/)[\w/:.-]*$/.test(texto) ? { clave, camino: texto, conCuerpo: cuerpo === '1' } : undefined;
}

/** Keeps what was typed, encrypted with a key that only the browser will hold. @returns the cookie's value. */
export async function guardarCuerpo(trx: Transaccion, camino: string, cuerpo: Formulario): Promise<string> {
  const clave = secretoAleatorio();
  const cookie = `${clave}.${Buffer.from(camino).toString('base64url')}`;
  if (Object.keys(cuerpo).length === 0) return cookie;
  const cifrado = Buffer.from(
    cifrar(Buffer.from(JSON.stringify(cuerpo)), Buffer.from(clave, 'base64url'), CONTEXTO + camino),
  );
  await llamar(trx, 'plataforma.guardar_cuerpo', {
    id: sha256(clave),
    cifrado,
    vence: new Date(trx.ahora.getTime() + GUARDAR_MS),
  });
  return `${cookie}.1`;
}

/** Gives it back once. @returns undefined when there is none or it expired. */
export async function sacarCuerpo(trx: Transaccion, r: Recuperacion): Promise<Formulario | undefined> {
  const cifrado = await llamar(trx, 'plataforma.sacar_cuerpo', { id: sha256(r.clave), ahora: trx.ahora });
  if (!cifrado) return undefined;
  try {
    return JSON.parse(
      Buffer.from(descifrar(cifrado, Buffer.from(r.clave, 'base64url'), CONTEXTO + r.camino)).toString(),
    ) as Formulario;
  } catch {
    return undefined;
  }
}
