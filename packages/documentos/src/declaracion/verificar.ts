import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';

/** What a QR states of a registration: what the public consultation of the RUT gives, and nothing more. */
export interface Declaracion {
  /** Opaque public identifier of the document, as in its address. */
  id: string;
  /** Digits only. */
  nit: string;
  dv: number;
  nombre: string;
  estado: string;
  /** Day of issue, `AAAA-MM-DD`. */
  fecha: string;
}

type ResultadoDeclaracion =
  | { valida: true; declaracion: Declaracion }
  | { valida: false; motivo: 'ilegible' | 'clave-desconocida' | 'firma-invalida'; texto: string };

const TEXTOS = {
  ilegible: 'El código no contiene una declaración de esta oficina.',
  'clave-desconocida': 'La declaración no la firmó esta oficina.',
  'firma-invalida': 'La declaración fue cambiada: lo que dice no es cierto o no se puede comprobar.',
} as const;

/**
 * Checks a compact statement (JWS, ES256) against the office's published keys, offline. It runs in a browser as
 * well: it needs nothing but WebCrypto. Never throws.
 *
 * @param jwks what the office publishes (`publicar(material).jwks`)
 */
export async function verificarDeclaracion(
  token: string,
  jwks: JSONWebKeySet,
): Promise<ResultadoDeclaracion> {
  if (!esCanonico(token)) return invalida('ilegible');
  try {
    const { payload } = await compactVerify(token, createLocalJWKSet(jwks), { algorithms: ['ES256'] });
    const declaracion = leer(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    return declaracion ? { valida: true, declaracion } : invalida('ilegible');
  } catch (error) {
    const codigo: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    if (codigo === 'ERR_JWKS_NO_MATCHING_KEY') return invalida('clave-desconocida');
    return invalida(codigo === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' ? 'firma-invalida' : 'ilegible');
  }
}

function invalida(motivo: keyof typeof TEXTOS): ResultadoDeclaracion {
  return { valida: false, motivo, texto: TEXTOS[motivo] };
}

/**
 * Whether each of the three parts is the only base64url writing of its bytes. Decoders ignore the spare bits of the
 * last character, and then a token changed by one character would still verify.
 */
function esCanonico(token: string): boolean {
  const partes = token.split('.');
  return partes.length === 3 && partes.every((parte) => /^[\w-]+$/.test(parte) && sobranCeros(parte));
}

function sobranCeros(parte: string): boolean {
  const alfabeto = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const ultimo = alfabeto.indexOf(parte.at(-1) ?? '');
  const resto = parte.length % 4;
  if (resto === 1) return false;
  return resto === 0 || ultimo % (resto === 2 ? 16 : 4) === 0;
}

function leer(json: string): Declaracion | undefined {
  const leido: unknown = JSON.parse(json);
  if (typeof leido !== 'object' || leido === null) return undefined;
  const { id, nit, dv, nombre, estado, fecha } = leido as Record<string, unknown>;
  const textos = [id, nit, nombre, estado, fecha].every((uno) => typeof uno === 'string');
  if (!textos || typeof dv !== 'number') return undefined;
  return { id, nit, dv, nombre, estado, fecha } as Declaracion;
}
