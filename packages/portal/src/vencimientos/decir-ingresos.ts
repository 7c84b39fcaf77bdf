import { sql } from 'kysely';
import type { RegistroRut } from '@autogestion/normas/rut';
import {
  auditar,
  errores,
  rechazo,
  titularDe,
  uuidv7,
  type Rechazo,
  type Transaccion,
} from '../plataforma/index.ts';
import { versionVigente } from '../rut/index.ts';
import { hechosDe, preguntasDe, type IngresosDichos, type PreguntaDeIngresos } from './lo-que-dice.ts';
import { proximosVencimientos, type VencimientoPropio } from './proximos.ts';

/** What was told last of each year. */
async function ingresosDichos(trx: Transaccion, titular: string): Promise<IngresosDichos[]> {
  const { rows } = await sql<{ anio: number; llegan: boolean; dicho_en: Date }>`
    select distinct on (anio) anio, llegan, dicho_en from vencimientos.ingresos_dichos
    where titular_id = ${titular} order by anio, dicho_en desc, id desc`.execute(trx.bd);
  return rows.map((f) => ({ anio: f.anio, llegan: f.llegan, en: f.dicho_en }));
}

/** What falls due for a taxpayer in the days to come, with what they told besides their RUT. */
export async function vencimientosDe(
  trx: Transaccion,
  de: { titular: string; registro: RegistroRut },
  dias: number,
): Promise<VencimientoPropio[]> {
  return proximosVencimientos(de.registro, trx.hoy, dias, hechosDe(await ingresosDichos(trx, de.titular)));
}

/** How far the calendar looks, in calendar days. */
const UN_ANIO = 365;

/** The calendar of a year of whoever is acting, and what it asks: also what was answered already, to change it. */
export async function calendarioDe(
  trx: Transaccion,
): Promise<{ vencimientos: VencimientoPropio[]; preguntas: PreguntaDeIngresos[] }> {
  const titular = titularDe(trx);
  const version = await versionVigente(trx, titular);
  if (!version) throw errores.noEncontrado();
  const dichos = await ingresosDichos(trx, titular);
  const con = (d: readonly IngresosDichos[]) =>
    proximosVencimientos(version.registro, trx.hoy, UN_ANIO, hechosDe(d));
  return { vencimientos: con(dichos), preguntas: preguntasDe(con([]), dichos, trx.hoy) };
}

/** Keeps what the taxpayer's side tells of a year that its calendar asks for. Told twice, it is kept once. */
export async function decirIngresos(
  trx: Transaccion,
  { anio, llegan }: { anio: number; llegan: boolean },
): Promise<Rechazo | { tipo: 'dicho' }> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') throw errores.noEncontrado();
  const pregunta = (await calendarioDe(trx)).preguntas.find((p) => p.anio === anio);
  if (!pregunta) return rechazo({ anio: 'Sus fechas no dependen de los ingresos de ese año.' });
  if (pregunta.dicho?.llegan === llegan) return { tipo: 'dicho' };
  const titular = titularDe(trx);
  const id = uuidv7(trx.ahora);
  await sql`insert into vencimientos.ingresos_dichos (id, titular_id, anio, llegan, dicho_por, dicho_en)
    values (${id}, ${titular}, ${anio}, ${llegan}, ${actor.persona}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'vencimientos.decir-ingresos',
    persona: titular,
    objeto: `ingresos:${id}`,
    datos: { anio },
  });
  return { tipo: 'dicho' };
}
