import { randomBytes, randomInt } from 'node:crypto';
import { cifrar, descifrar } from '@autogestion/documentos';
import type { Claves } from '../../plataforma/index.ts';

/** What closes the code of a document: the technical key of its range, or the PIN of the software that made it. */
type Secreto = 'clave-tecnica' | 'pin';

const proposito = (cual: Secreto) => `facturas.${cual}`;
const contexto = (cual: Secreto, de: string) => `facturas.${cual}:${de}`;

/**
 * A secret as it is kept: the verification of documents needs it, so it is encrypted and not hashed.
 * @param de public identifier of its range or its software: of no other does it open
 */
export const cerrarSecreto = (claves: Claves, cual: Secreto, de: string, texto: string): Buffer =>
  Buffer.from(cifrar(Buffer.from(texto), claves.derivar(proposito(cual)), contexto(cual, de)));

export const abrirSecreto = (claves: Claves, cual: Secreto, de: string, cerrado: Uint8Array): string =>
  Buffer.from(descifrar(cerrado, claves.derivar(proposito(cual)), contexto(cual, de))).toString();

/** Forty hexadecimal characters, as those of the annex. */
export const nuevaClaveTecnica = (): string => randomBytes(20).toString('hex');

/** Five figures, as software takes it. It can be guessed from what a document says: it proves nothing of who issued it. */
export const nuevoPin = (): string => String(randomInt(100_000)).padStart(5, '0');
