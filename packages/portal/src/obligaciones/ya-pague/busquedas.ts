import { sql } from 'kysely';
import {
  auditar,
  errores,
  idPublico,
  nombreDelActor,
  titularDe,
  uuidv7,
  type Transaccion,
} from '../../plataforma/index.ts';
import { Dicho } from './dicho.ts';

/** A payment that somebody looks for. */
export interface PagoBuscado {
  id: string;
  idPublico: string;
  dicho: Dicho;
  buscadoEn: Date;
}

/** Keeps what was told, once for each draft. @returns its public identifier */
export async function guardarBusqueda(
  trx: Transaccion,
  { clave, dicho }: { clave: string; dicho: Dicho },
): Promise<string> {
  const id = uuidv7(trx.ahora);
  const titular = titularDe(trx);
  const { rows } = await sql<{ id: string }>`insert into obligaciones.pago_buscado
      (id, id_publico, titular_id, clave, dice, buscado_por, buscado_en)
    values (${id}, ${idPublico()}, ${titular}, ${clave}, ${JSON.stringify(dicho)}::jsonb, ${nombreDelActor(trx.actor)},
      ${trx.ahora}) on conflict (clave) do nothing returning id`.execute(trx.bd);
  if (rows.length > 0)
    await auditar(trx, { accion: 'obligaciones.buscar-pago', persona: titular, objeto: `busqueda:${id}` });
  const guardada = await sql<{ id_publico: string }>`select id_publico from obligaciones.pago_buscado
    where clave = ${clave}`.execute(trx.bd);
  const suya = guardada.rows[0]?.id_publico;
  if (suya === undefined) throw new Error('The search that was just kept is not visible to who keeps it');
  return suya;
}

/** @throws 404 when it is not of the taxpayer of the transaction */
export async function busquedaDe(trx: Transaccion, publico: string): Promise<PagoBuscado> {
  const { rows } = await sql<{ id: string; dice: unknown; buscado_en: Date }>`
    select id, dice, buscado_en from obligaciones.pago_buscado where id_publico = ${publico}`.execute(trx.bd);
  const f = rows[0];
  if (!f) throw errores.noEncontrado();
  return { id: f.id, idPublico: publico, dicho: Dicho.parse(f.dice), buscadoEn: f.buscado_en };
}
