import { randomBytes } from 'node:crypto';
import { persona } from '../../e2e/apoyo/personas.ts';
import {
  idPublico,
  secretoAleatorio,
  sha256,
  uuidv7,
} from '../../packages/portal/src/plataforma/ids/index.ts';
import type { Base } from './base.ts';
import type { Abierto } from './viaje.ts';

/** A draft of person `n`. */
export type BorradorCopiado = Abierto & { n: number };

/**
 * Copies of a complete draft for persons `desde`…, each with a session of its own: thousands of registrations
 * that lack only their end, without walking each of them.
 *
 * @param molde public identifier of the draft of person `deQuien`
 */
export async function copiarBorradores(
  base: Base,
  molde: string,
  deQuien: number,
  { desde, cuantos }: { desde: number; cuantos: number },
): Promise<BorradorCopiado[]> {
  const ahora = new Date();
  const original = persona(deQuien);
  const copias = Array.from({ length: cuantos }, (_, i) => {
    const { numero, correo, telefono } = persona(desde + i);
    const token = secretoAleatorio();
    return {
      n: desde + i,
      borrador: idPublico(),
      token,
      fila: { id: uuidv7(ahora), sesion: uuidv7(ahora), token: sha256(token).toString('hex') },
      persona: { numero, correo, telefono },
      // As `interfaz` keeps it: a hash under a key, one for each e-mail.
      correoHash: randomBytes(32).toString('hex'),
    };
  });
  const datos = copias.map(({ borrador, fila, persona: p, correoHash }) => ({
    ...fila,
    ...p,
    borrador,
    correo_hash: correoHash,
  }));
  const forma = `jsonb_to_recordset($1::jsonb) as d (id uuid, sesion uuid, token text, borrador text, numero text,
    correo text, telefono text, correo_hash text)`;
  const json = JSON.stringify(datos);
  await base.sql(
    `insert into plataforma.sesion (id, token_hash, medio, creada_en, usada_en, vence_en)
     select d.sesion, decode(d.token, 'hex'), 'api', now(), now(), now() + interval '12 hours' from ${forma}`,
    [json],
  );
  const deEsaPersona = (columna: string) =>
    `replace(replace(replace(b.${columna}::text, $3, d.numero), $4, d.correo), $5, d.telefono)::jsonb`;
  await base.sql(
    `insert into interfaz.borrador (id, id_publico, recorrido, version_definicion, revision, respuestas, hechos,
       correo_hash, creado_en, guardado_en, vence_en)
     select d.id, d.borrador, b.recorrido, b.version_definicion, b.revision, ${deEsaPersona('respuestas')},
       ${deEsaPersona('hechos')}, decode(d.correo_hash, 'hex'), now(), now(), b.vence_en
     from ${forma} cross join interfaz.borrador b where b.id_publico = $2`,
    [json, molde, original.numero, original.correo, original.telefono],
  );
  await base.sql(
    `insert into interfaz.borrador_acceso (borrador_id, sesion_id) select d.id, d.sesion from ${forma}`,
    [json],
  );
  return copias.map(({ n, borrador, token }) => ({ n, borrador, token }));
}
