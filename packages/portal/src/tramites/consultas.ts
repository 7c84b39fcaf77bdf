import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { errores, llamada, llamar, type Transaccion } from '../plataforma/index.ts';
import { marchaDe, type Evento, type Marcha } from './marcha.ts';
import { relojDe, type Reloj } from './reloj.ts';
import { TIPOS_DE_CASO, type TipoDeCaso } from './tipos.ts';

export interface Solicitud {
  id: string;
  idPublico: string;
  tipo: string;
  titular: string;
  solicitud: unknown;
  creadaEn: Date;
  /** Present when it was filed. */
  radicado: string | null;
  /** Whoever left it ready deleted it. */
  descartada: boolean;
}

/** A request of the person's, whether or not it was filed; undefined when it is not theirs. */
export async function solicitudPorIdPublico(
  trx: Transaccion,
  idPublico: string,
): Promise<Solicitud | undefined> {
  const { rows } =
    await sql<Solicitud>`select s.id, s.id_publico as "idPublico", s.tipo, s.titular_id as titular,
      s.solicitud, s.creada_en as "creadaEn", c.radicado, d.solicitud_id is not null as descartada
    from tramites.solicitud s left join tramites.caso c on c.solicitud_id = s.id
    left join tramites.descartada d on d.solicitud_id = s.id
    where s.id_publico = ${idPublico}`.execute(trx.bd);
  return rows[0];
}

/** Requests of a taxpayer that are complete and were neither filed nor deleted. */
export async function solicitudesSinPresentar(trx: Transaccion, titular: string): Promise<Solicitud[]> {
  const { rows } =
    await sql<Solicitud>`select s.id, s.id_publico as "idPublico", s.tipo, s.titular_id as titular,
      s.solicitud, s.creada_en as "creadaEn", null as radicado, false as descartada
    from tramites.solicitud s
    where s.titular_id = ${titular} and not exists (select from tramites.caso c where c.solicitud_id = s.id)
      and not exists (select from tramites.descartada d where d.solicitud_id = s.id)
    order by s.creada_en desc limit 20`.execute(trx.bd);
  return rows;
}

interface FilaCaso {
  id: string;
  radicado: string;
  tipo: string;
  titular: string;
  titularPublico: string;
  solicitudId: string;
  solicitudPublica: string;
  solicitud: unknown;
  /** Documents that have no file: the official who attended had them before their eyes. */
  aLaVista: string[];
  actoId: string | null;
  hash: string;
  cuatroOjos: boolean;
  radicadoEn: Date;
  radicadoDia: Fecha;
}

/** A case with everything that happened to it. */
export interface Caso extends Omit<FilaCaso, 'tipo'> {
  tipo: TipoDeCaso;
  eventos: Evento[];
  marcha: Marcha;
}

/** The clock of a case: it counts days, so only who looks at it asks. */
export const relojDelCaso = (c: Pick<Caso, 'tipo' | 'radicadoDia' | 'marcha'>): Reloj =>
  relojDe(c.tipo.flujo, c.radicadoDia, c.marcha);

const COLUMNAS =
  sql.raw(`c.id, c.radicado, c.tipo, c.titular_id as titular, c.titular_publico as "titularPublico",
  c.solicitud_id as "solicitudId", s.id_publico as "solicitudPublica", s.solicitud, s.a_la_vista as "aLaVista",
  c.acto_id as "actoId", encode(c.hash, 'hex') as hash, c.cuatro_ojos as "cuatroOjos", c.radicado_en as "radicadoEn", c.radicado_dia as "radicadoDia"
  from tramites.caso c join tramites.solicitud s on s.id = c.solicitud_id`);

interface FilaEvento {
  caso: string;
  numero: number;
  hecho: string;
  datos: unknown;
  funcionario: string | null;
  ocurrioEn: Date;
  dia: Fecha;
}

/** Each case with its events, which are asked for at once. */
async function conEventos(trx: Transaccion, filas: readonly FilaCaso[]): Promise<Caso[]> {
  const { rows } = await sql<FilaEvento>`select caso_id as caso, numero, hecho, datos,
      funcionario_id as funcionario, ocurrio_en as "ocurrioEn", dia
    from tramites.evento where caso_id = any(${filas.map((f) => f.id)}) order by caso_id, numero`.execute(
    trx.bd,
  );
  return filas.map((f) => {
    const tipo = trx.casa.uno(TIPOS_DE_CASO, f.tipo);
    const eventos = rows.filter((r) => r.caso === f.id).map(eventoDe);
    return { ...f, tipo, eventos, marcha: marchaDe(tipo.flujo, eventos) };
  });
}

/** Written by `anotar` and by nothing else, each fact with its data. */
function eventoDe({ numero, hecho, datos, funcionario, ocurrioEn, dia }: FilaEvento): Evento {
  return { numero, hecho, datos, funcionario, ocurrioEn, dia } as Evento;
}

/** A case that whoever is acting may see. */
export async function casoPorRadicado(trx: Transaccion, radicado: string): Promise<Caso | undefined> {
  const { rows } = await sql<FilaCaso>`select ${COLUMNAS} where c.radicado = ${radicado}`.execute(trx.bd);
  return (await conEventos(trx, rows))[0];
}

/** Takes the turn of a case and reads it: what is decided upon it is decided upon what it is. @throws 404 */
export async function casoConTurno(trx: Transaccion, caso: string): Promise<Caso> {
  await llamar(trx, 'tramites.tomar_turno', { caso });
  const { rows } = await sql<FilaCaso>`select ${COLUMNAS} where c.id = ${caso}`.execute(trx.bd);
  const [suyo] = await conEventos(trx, rows);
  if (!suyo) throw errores.noEncontrado();
  // What officials note is not seen by the taxpayer, and what comes next is numbered after it all the same.
  const ultimo = (await llamar(trx, 'tramites.ultimo_hecho', { caso })) ?? suyo.marcha.ultimo;
  return { ...suyo, marcha: { ...suyo.marcha, ultimo } };
}

/** Cases of a taxpayer, the newest first. */
export async function casosDe(trx: Transaccion, titular: string, limite = 50): Promise<Caso[]> {
  const { rows } = await sql<FilaCaso>`select ${COLUMNAS} where c.titular_id = ${titular}
    order by c.radicado_en desc, c.id desc limit ${limite}`.execute(trx.bd);
  return conEventos(trx, rows);
}

/** Names of the officials who wrote in a case, by their identifier. */
export async function nombresDe(trx: Transaccion, caso: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ funcionario_id: string; nombre: string }>`
    select funcionario_id, nombre from ${llamada('tramites.nombres_de', { caso })}`.execute(trx.bd);
  return new Map(rows.map((r) => [r.funcionario_id, r.nombre]));
}
