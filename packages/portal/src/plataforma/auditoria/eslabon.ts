import { sha256 } from '../ids/index.ts';

/** What the chain covers of an entry: everything but the data, of which it covers the hash. */
export interface EntradaEncadenable {
  id: string;
  ocurrio_en: Date;
  actor: string;
  persona_id: string | null;
  accion: string;
  objeto: string | null;
  datos_hash: Buffer;
}

export const HASH_INICIAL = Buffer.alloc(32);

/** SHA-256 over the previous link and the entry's fields, each with its length so that none runs into the next. */
export function hashDeEslabon(previo: Buffer, e: EntradaEncadenable): Buffer {
  const campos = [e.id, e.ocurrio_en.toISOString(), e.actor, e.persona_id ?? '', e.accion, e.objeto ?? ''];
  const texto = campos.map((c) => `${Buffer.byteLength(c)}:${c}`).join('');
  return sha256(Buffer.concat([previo, Buffer.from(texto), e.datos_hash]));
}
