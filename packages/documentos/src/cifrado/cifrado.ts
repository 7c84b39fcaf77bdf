import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** `AG`, then the version of the envelope. */
const CABECERA = Uint8Array.of(0x41, 0x47, 1);
const LARGO_VECTOR = 12;
const LARGO_ETIQUETA = 16;
const LARGO_CLAVE = 32;

/** The envelope was changed, or the key or the context are not those with which it was closed. */
export class ErrorDeCifrado extends Error {
  override readonly name = 'ErrorDeCifrado';
  readonly codigo: 'CLAVE_MAESTRA_INVALIDA' | 'SOBRE_ILEGIBLE' | 'SOBRE_ALTERADO';

  constructor(codigo: ErrorDeCifrado['codigo'], mensaje: string) {
    super(mensaje);
    this.codigo = codigo;
  }
}

/**
 * Encrypts with AES-256-GCM. The envelope is `AG`, version (1), nonce (12 bytes), tag (16), ciphertext.
 *
 * Nonces are random: one master key is good for 2³² envelopes (NIST SP 800-38D § 8.3).
 *
 * @param claveMaestra 32 bytes
 * @param contexto what the bytes are and whose (`autoridad`, `borrador:<id>`): authenticated, not stored, so
 *   that an envelope moved to another place does not open
 */
export function cifrar(
  bytes: Uint8Array,
  claveMaestra: Uint8Array,
  contexto: string,
): Uint8Array<ArrayBuffer> {
  exigirClave(claveMaestra);
  const vector = randomBytes(LARGO_VECTOR);
  const cifrador = createCipheriv('aes-256-gcm', claveMaestra, vector).setAAD(datosAsociados(contexto));
  const cifrado = Buffer.concat([cifrador.update(bytes), cifrador.final()]);
  return new Uint8Array(Buffer.concat([CABECERA, vector, cifrador.getAuthTag(), cifrado]));
}

/**
 * Opens what `cifrar` closed.
 * @throws ErrorDeCifrado when the key is not 32 bytes, the bytes are not an envelope, or anything was changed
 */
export function descifrar(
  sobre: Uint8Array,
  claveMaestra: Uint8Array,
  contexto: string,
): Uint8Array<ArrayBuffer> {
  exigirClave(claveMaestra);
  const inicio = CABECERA.length + LARGO_VECTOR + LARGO_ETIQUETA;
  if (sobre.length < inicio || CABECERA.some((octeto, lugar) => sobre[lugar] !== octeto)) {
    throw new ErrorDeCifrado('SOBRE_ILEGIBLE', 'Los datos no son un sobre cifrado de esta versión.');
  }
  const vector = sobre.subarray(CABECERA.length, CABECERA.length + LARGO_VECTOR);
  const etiqueta = sobre.subarray(CABECERA.length + LARGO_VECTOR, inicio);
  const descifrador = createDecipheriv('aes-256-gcm', claveMaestra, vector, { authTagLength: LARGO_ETIQUETA })
    .setAAD(datosAsociados(contexto))
    .setAuthTag(etiqueta);
  try {
    return new Uint8Array(Buffer.concat([descifrador.update(sobre.subarray(inicio)), descifrador.final()]));
  } catch {
    throw new ErrorDeCifrado(
      'SOBRE_ALTERADO',
      'El sobre fue alterado, o la clave o el contexto no son los suyos.',
    );
  }
}

function datosAsociados(contexto: string): Buffer {
  return Buffer.concat([CABECERA, Buffer.from(contexto, 'utf8')]);
}

function exigirClave(claveMaestra: Uint8Array): void {
  if (claveMaestra.length === LARGO_CLAVE) return;
  throw new ErrorDeCifrado(
    'CLAVE_MAESTRA_INVALIDA',
    `La clave maestra debe tener ${LARGO_CLAVE} bytes y tiene ${claveMaestra.length}.`,
  );
}
