import type { CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { llamada, type Transaccion } from '../../plataforma/index.ts';
import type { Novedad } from './novedades.ts';
import type { Medio, PagoRecibido, Recibo } from './recibo.ts';

/** A slip, if whoever acts may see it; as the owner, anybody's. */
export async function reciboDe(trx: Transaccion, numero: string): Promise<Recibo | undefined> {
  const { rows } = await sql<{
    titular_id: string;
    para_el: Fecha;
    emitido_en: Date;
    motivo: string | null;
  }>`select r.titular_id, r.para_el::text as para_el, r.emitido_en, a.motivo from obligaciones.recibo r
    left join obligaciones.recibo_anulado a on a.recibo = r.numero where r.numero = ${numero}`.execute(
    trx.bd,
  );
  const f = rows[0];
  if (!f) return undefined;
  return {
    numero,
    titular: f.titular_id,
    paraEl: f.para_el,
    emitidoEn: f.emitido_en,
    anulado: f.motivo ?? undefined,
    renglones: await renglonesDe(trx, numero),
    pagos: await pagosDe(trx, numero),
  };
}

async function renglonesDe(trx: Transaccion, numero: string): Promise<Recibo['renglones']> {
  const { rows } = await sql<{
    obligacion: string;
    capital: bigint;
    sancion: bigint;
    interes: bigint;
    cuota: number | null;
    id_publico: string;
    concepto: string;
    anio: number;
    periodo: string;
  }>`select l.obligacion, l.capital, l.sancion, l.interes, l.cuota, o.id_publico, o.concepto, o.anio, o.periodo
    from obligaciones.recibo_renglon l join obligaciones.obligacion o on o.id = l.obligacion
    where l.recibo = ${numero} order by l.renglon`.execute(trx.bd);
  return rows.map(({ cuota, id_publico, concepto, ...r }) => ({
    ...r,
    ...(cuota !== null && { cuota }),
    idPublico: id_publico,
    concepto: concepto as CodigoDeConcepto,
  }));
}

interface FilaDePago {
  id: string;
  id_publico: string;
  banco: string;
  referencia: string;
  recibo: string;
  valor: bigint;
  dia: Fecha;
  medio: string;
  comprobante: bigint;
  novedades: string[];
  registrado_en: Date;
}

const COLUMNAS =
  sql.raw(`id, id_publico, banco, referencia, recibo, valor, dia::text as dia, medio, comprobante, novedades,
  registrado_en from obligaciones.pago_recibido`);

const deFila = ({ id_publico, medio, novedades, registrado_en, ...f }: FilaDePago): PagoRecibido => ({
  ...f,
  idPublico: id_publico,
  medio: medio as Medio,
  novedades: novedades as Novedad[],
  registradoEn: registrado_en,
});

async function pagosDe(trx: Transaccion, recibo: string): Promise<PagoRecibido[]> {
  const { rows } =
    await sql<FilaDePago>`select ${COLUMNAS} where recibo = ${recibo} order by comprobante`.execute(trx.bd);
  return rows.map(deFila);
}

/** What an operation of a bank was posted as, or was found to be the same money as. As the owner. */
export async function pagoDeOperacion(
  trx: Transaccion,
  { banco, referencia }: Pick<PagoRecibido, 'banco' | 'referencia'>,
): Promise<PagoRecibido | undefined> {
  const { rows } = await sql<FilaDePago>`select ${COLUMNAS}
    where id = ${llamada('obligaciones.pago_de_operacion', { banco, referencia })}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** A payment, if whoever acts may see it; as the owner, anybody's. */
export async function pagoPorId(trx: Transaccion, id: string): Promise<PagoRecibido | undefined> {
  const { rows } = await sql<FilaDePago>`select ${COLUMNAS} where id = ${id}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** One of whoever acts, by its public identifier. */
export async function obligacionPublica(
  trx: Transaccion,
  publico: string,
): Promise<
  { id: string; idPublico: string; concepto: CodigoDeConcepto; anio: number; periodo: string } | undefined
> {
  const { rows } = await sql<{ id: string; concepto: string; anio: number; periodo: string }>`
    select id, concepto, anio, periodo from obligaciones.obligacion
    where id_publico = ${publico} and titular_id = plataforma.actor_titular()`.execute(trx.bd);
  const f = rows[0];
  return f && { ...f, idPublico: publico, concepto: f.concepto as CodigoDeConcepto };
}

/** Slips that pay an obligation, alone or with others, and may still be paid; each with its total, the newest first. */
export async function recibosPorPagar(
  trx: Transaccion,
  obligacion: string,
): Promise<{ numero: string; total: bigint; paraEl: Fecha; conOtras: boolean }[]> {
  const { rows } = await sql<{ numero: string; total: bigint; para_el: Fecha; con_otras: boolean }>`
    select r.numero, (select sum(t.capital + t.sancion + t.interes)::bigint from obligaciones.recibo_renglon t
      where t.recibo = r.numero) as total, r.para_el::text as para_el,
      exists (select from obligaciones.recibo_renglon t where t.recibo = r.numero and t.renglon <> l.renglon) as con_otras
    from obligaciones.recibo_renglon l join obligaciones.recibo r on r.numero = l.recibo
    where l.obligacion = ${obligacion} and r.para_el >= ${trx.hoy}
      and not exists (select from obligaciones.recibo_anulado a where a.recibo = r.numero)
      and not exists (select from obligaciones.pago_recibido p where p.recibo = r.numero)
    order by r.emitido_en desc, r.numero desc limit 5`.execute(trx.bd);
  return rows.map(({ para_el, con_otras, ...r }) => ({ ...r, paraEl: para_el, conOtras: con_otras }));
}
