import { sql } from 'kysely';
import {
  errores,
  idPublico,
  llamar,
  trabajo,
  uuidv7,
  type Formulario,
  type Sesion,
  type Trabajo,
  type Transaccion,
} from '../../plataforma/index.ts';
import type { Recorrido } from './definicion.ts';
import type { Borrador, BorradorLeido, Cierre } from './estado.ts';

interface Fila {
  id: string;
  id_publico: string;
  revision: number;
  respuestas: Borrador['respuestas'];
  hechos: Record<string, unknown>;
  guardado_en: Date;
  vence_en: Date;
  terminado_en: Date | null;
  resultado: Cierre | null;
}

/** Opens a draft for whoever is acting, with what the office knows beforehand. */
export async function abrirBorrador(
  trx: Transaccion,
  def: { id: string; version: number; diasDeEspera: number },
  hechos?: Record<string, unknown>,
): Promise<{ id: string; idPublico: string }> {
  const id = uuidv7(trx.ahora);
  const publico = idPublico();
  const vence = new Date(trx.ahora.getTime() + def.diasDeEspera * 86_400_000);
  await llamar(trx, 'interfaz.abrir_borrador', {
    id,
    idPublico: publico,
    recorrido: def.id,
    version: def.version,
    ahora: trx.ahora,
    vence,
  });
  if (hechos) await llenarBorrador(trx, id, { hechos });
  return { id, idPublico: publico };
}

/** Puts in a draft that was just opened what is known beforehand, and what its pages begin with, by step. */
export async function llenarBorrador(
  trx: Transaccion,
  id: string,
  { hechos, escrito = {} }: { hechos: object; escrito?: Record<string, Formulario> },
): Promise<void> {
  const respuestas = Object.fromEntries(
    Object.entries(escrito).map(([slug, e]) => [slug, { escrito: e, revision: 0 }]),
  );
  await sql`update interfaz.borrador set hechos = ${JSON.stringify(hechos)}::jsonb,
    respuestas = ${JSON.stringify(respuestas)}::jsonb where id = ${id}`.execute(trx.bd);
}

/** What the office knows in a draft, finished or not; undefined when it is not of who is acting. */
export async function hechosDeBorrador(
  trx: Transaccion,
  recorrido: string,
  publico: string,
): Promise<Record<string, unknown> | undefined> {
  const { rows } = await sql<{ hechos: Record<string, unknown> }>`select hechos from interfaz.borrador
    where id_publico = ${publico} and recorrido = ${recorrido}`.execute(trx.bd);
  return rows[0]?.hechos;
}

/** Open drafts of a taxpayer's journey, newest first. */
export async function borradoresDe(
  trx: Transaccion,
  recorrido: string,
  titular: string,
): Promise<{ idPublico: string; guardadoEn: Date }[]> {
  const { rows } = await sql<Pick<Fila, 'id_publico' | 'guardado_en'>>`select id_publico, guardado_en
    from interfaz.borrador where recorrido = ${recorrido} and persona_id = ${titular} and vence_en > ${trx.ahora}
      and terminado_en is null order by guardado_en desc, id desc limit 5`.execute(trx.bd);
  return rows.map((f) => ({ idPublico: f.id_publico, guardadoEn: f.guardado_en }));
}

/** Every open draft of a taxpayer, of whichever journey, newest first. */
export async function borradoresAbiertos(
  trx: Transaccion,
  titular: string,
): Promise<{ recorrido: string; idPublico: string; guardadoEn: Date; venceEn: Date }[]> {
  const { rows } = await sql<Pick<Fila, 'id_publico' | 'guardado_en' | 'vence_en'> & { recorrido: string }>`
    select recorrido, id_publico, guardado_en, vence_en from interfaz.borrador
    where persona_id = ${titular} and vence_en > ${trx.ahora} and terminado_en is null
    order by guardado_en desc, id desc limit 10`.execute(trx.bd);
  return rows.map((f) => ({
    recorrido: f.recorrido,
    idPublico: f.id_publico,
    guardadoEn: f.guardado_en,
    venceEn: f.vence_en,
  }));
}

/** Loads a draft of whoever is acting. @throws 404 when there is none for them, or it expired. */
export async function cargarBorrador(
  trx: Transaccion,
  recorrido: string,
  publico: string,
  modo: 'leer' | 'escribir',
): Promise<BorradorLeido> {
  const { rows } =
    await sql<Fila>`select id, id_publico, revision, respuestas, hechos, guardado_en, vence_en, terminado_en, resultado
    from interfaz.borrador where id_publico = ${publico} and recorrido = ${recorrido} and vence_en > ${trx.ahora}
    ${modo === 'escribir' ? sql`for update` : sql``}`.execute(trx.bd);
  const f = rows[0];
  if (!f) throw errores.noEncontrado();
  const fila: Borrador = {
    id: f.id,
    idPublico: f.id_publico,
    revision: f.revision,
    respuestas: f.respuestas,
    hechos: f.hechos,
    hoy: trx.hoy,
    guardadoEn: f.guardado_en,
    venceEn: f.vence_en,
  };
  return f.resultado && f.terminado_en
    ? { ...fila, terminado: { ...f.resultado, en: f.terminado_en } }
    : fila;
}

/** The same, with what the office knows of it at this moment. */
export async function cargarAlDia<R extends object, H extends object>(
  trx: Transaccion,
  def: Pick<Recorrido<R, H>, 'id' | 'alCargar'>,
  publico: string,
  modo: 'leer' | 'escribir',
): Promise<BorradorLeido> {
  const b = await cargarBorrador(trx, def.id, publico, modo);
  if (b.terminado || !def.alCargar) return b;
  return { ...b, deHoy: { ...(await def.alCargar(trx)) } };
}

/** Writes what changed and moves the revision. The caller holds the row's lock. */
export async function escribirBorrador(
  trx: Transaccion,
  b: Borrador,
  version: number,
  correoHash: Buffer | undefined,
): Promise<void> {
  await sql`update interfaz.borrador set revision = ${b.revision}, version_definicion = ${version},
    respuestas = ${JSON.stringify(b.respuestas)}::jsonb, hechos = ${JSON.stringify(b.hechos)}::jsonb,
    correo_hash = coalesce(${correoHash ?? null}, correo_hash), guardado_en = ${trx.ahora} where id = ${b.id}`.execute(
    trx.bd,
  );
}

/** Closes a draft: what was typed is forgotten, the result stays. */
export async function cerrarBorrador(trx: Transaccion, id: string, terminado: Cierre): Promise<void> {
  await sql`update interfaz.borrador set terminado_en = ${trx.ahora}, resultado = ${JSON.stringify(terminado)}::jsonb,
    respuestas = '{}', hechos = '{}', correo_hash = null, revision = revision + 1 where id = ${id}`.execute(
    trx.bd,
  );
}

/** The session that a finished journey opened may still reach the draft, to be led to its result. */
export async function heredarAcceso(trx: Transaccion, borrador: string, sesion: Sesion): Promise<void> {
  await llamar(trx, 'interfaz.heredar_acceso', { borrador, sesion: sesion.id });
}

/** Drafts whose wait is over are deleted every night, finished or not. */
export const trabajoBorradoresVencidos: Trabajo = trabajo({
  nombre: 'interfaz.borrar-borradores-vencidos',
  cron: '40 8 * * *',
  ejecutar: (_, { enTransaccion }) =>
    enTransaccion(async (trx) => {
      await sql`delete from interfaz.borrador where vence_en < ${trx.ahora}`.execute(trx.bd);
    }),
});
