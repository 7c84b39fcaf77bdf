import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import { iguales, sha256 } from '../../../plataforma/index.ts';

/**
 * How a notice of the bank is signed. Its headers say when it was sent, what it says (SHA-256 of its JSON in canonical
 * form, RFC 8785) and, with the key of both, that it is the bank's: so it is known who sends before a byte of it is read.
 */
const INSTANTE = 'banco-instante';
const HUELLA = 'banco-huella';
const FIRMA = 'banco-firma';

/** House rule: how old, or how far ahead, a notice may be. */
const MINUTOS = 5;

type Cabecera = (nombre: string) => string | undefined;

const huellaDe = (cuerpo: object): string => sha256(canonicalize(cuerpo) ?? '').toString('hex');
const hmac = (secreto: string, instante: string, huella: string): Buffer =>
  createHmac('sha256', secreto).update(`${instante}.${huella}`).digest();

/** Headers of a notice. */
export function firmarAviso(secreto: string, cuerpo: object, ahora: Date): Record<string, string> {
  const [instante, huella] = [ahora.toISOString(), huellaDe(cuerpo)];
  return { [INSTANTE]: instante, [HUELLA]: huella, [FIRMA]: hmac(secreto, instante, huella).toString('hex') };
}

/** The signature of a notice that is the bank's and of now; undefined for any other. It says nothing of its body yet. */
export function firmaDelAviso(secreto: string, cabecera: Cabecera, ahora: Date): Buffer | undefined {
  const [instante = '', huella = ''] = [cabecera(INSTANTE), cabecera(HUELLA)];
  const firma = Buffer.from(cabecera(FIRMA) ?? '', 'hex');
  if (!iguales(firma, hmac(secreto, instante, huella))) return undefined;
  const distancia = Math.abs(ahora.getTime() - Date.parse(instante));
  return distancia <= MINUTOS * 60_000 ? firma : undefined;
}

/** Whether the body that came is the one that was signed. */
export const esLoFirmado = (cabecera: Cabecera, cuerpo: object): boolean =>
  cabecera(HUELLA) === huellaDe(cuerpo);
