import { CompactSign } from 'jose';
import { importarClave } from '../autoridad/claves.ts';
import type { MaterialAutoridad } from '../autoridad/material.ts';
import type { Declaracion } from './verificar.ts';

/** A longer name would need a QR too dense to read from paper. */
export const LARGO_DE_NOMBRE = 60;

/**
 * Signs the compact statement that a QR carries: JWS compact serialisation (RFC 7515), ES256, with the short `kid`
 * of the office's key and claims under their own names. A name over 60 characters is cut and ends in `…`.
 */
export async function firmarDeclaracion(
  declaracion: Declaracion,
  material: MaterialAutoridad,
): Promise<string> {
  const { id, nit, dv, nombre, estado, fecha } = declaracion;
  const datos = { id, nit, dv, nombre: acortar(nombre), estado, fecha };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(datos)))
    .setProtectedHeader({ alg: 'ES256', kid: material.declaracion.publica.kid })
    .sign(await importarClave(material.declaracion.clave));
}

function acortar(nombre: string): string {
  const letras = [...nombre];
  return letras.length <= LARGO_DE_NOMBRE
    ? nombre
    : `${letras
        .slice(0, LARGO_DE_NOMBRE - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * What a QR says: the page that verifies the document, with the statement in the fragment, which browsers do not
 * send: no personal data reaches servers or logs.
 *
 * @param base public address of the office, with or without a final slash
 */
export function urlDeQr(base: string, idPublico: string, token: string): string {
  return `${base.replace(/\/+$/, '')}/verificar/${encodeURIComponent(idPublico)}#${token}`;
}
