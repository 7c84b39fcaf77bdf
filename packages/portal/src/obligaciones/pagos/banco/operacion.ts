import { sql } from 'kysely';
import type { Transaccion } from '../../../plataforma/index.ts';

/**
 * How a payment in line stands. `empezada`: the bank does not know of it yet; `en-el-banco`: it knows, and has said
 * nothing of it.
 */
export type EstadoDeOperacion = 'empezada' | 'en-el-banco' | 'pendiente' | 'aprobada' | 'rechazada';

export interface Operacion {
  id: string;
  idPublico: string;
  titular: string;
  recibo: string;
  banco: string;
  valor: bigint;
  iniciadaEn: Date;
  estado: EstadoDeOperacion;
  /** Where one pays, while it is at the bank. */
  ir: string | undefined;
}

/** Money that entered entered, whatever else the bank said. */
const EN_ORDEN = ['aprobada', 'rechazada', 'pendiente'] as const;

interface Fila {
  id: string;
  id_publico: string;
  titular_id: string;
  recibo: string;
  banco: string;
  valor: bigint;
  iniciada_en: Date;
  clases: string[];
  ir: string | null;
}

const COLUMNAS = sql.raw(`o.id, o.id_publico, o.titular_id, o.recibo, o.banco, o.valor, o.iniciada_en,
  coalesce((select array_agg(s.clase) from obligaciones.operacion_suceso s where s.operacion = o.id), '{}') as clases,
  (select s.ir from obligaciones.operacion_suceso s where s.operacion = o.id and s.clase = 'enviada') as ir
  from obligaciones.operacion_en_linea o`);

const deFila = ({ id_publico, titular_id, iniciada_en, clases, ir, ...f }: Fila): Operacion => ({
  ...f,
  idPublico: id_publico,
  titular: titular_id,
  iniciadaEn: iniciada_en,
  estado:
    EN_ORDEN.find((e) => clases.includes(e)) ?? (clases.includes('enviada') ? 'en-el-banco' : 'empezada'),
  ir: ir ?? undefined,
});

/** A payment in line, if whoever acts may see it; as the owner, anybody's. */
export async function operacionDe(trx: Transaccion, idPublico: string): Promise<Operacion | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where o.id_publico = ${idPublico}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** Those of which the bank has not said how they end, the oldest first. As the owner. */
export async function operacionesSinFin(trx: Transaccion, limite: number): Promise<Operacion[]> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where not exists (
      select from obligaciones.operacion_suceso s where s.operacion = o.id and s.clase in ('aprobada', 'rechazada'))
    order by o.iniciada_en limit ${limite}`.execute(trx.bd);
  return rows.map(deFila);
}

/** Notes what the bank said, once. As the owner. */
export async function anotarSuceso(
  trx: Transaccion,
  operacion: Pick<Operacion, 'id'>,
  clase: 'enviada' | 'pendiente' | 'aprobada' | 'rechazada',
  ir?: string,
): Promise<void> {
  await sql`insert into obligaciones.operacion_suceso (operacion, clase, ir, en)
    values (${operacion.id}, ${clase}, ${ir ?? null}, ${trx.ahora}) on conflict do nothing`.execute(trx.bd);
}
