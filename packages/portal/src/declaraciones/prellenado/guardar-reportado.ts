import type { Reporte } from '@autogestion/normas/formularios/210';
import { sql } from 'kysely';
import { uuidv7, type Transaccion } from '../../plataforma/index.ts';

/** Keeps what third parties reported of somebody for a year. @param trx of the owner's role */
export async function guardarReportado(
  trx: Transaccion,
  o: { titular: string; anio: number; ficticio: boolean; reportes: readonly Reporte[] },
): Promise<void> {
  if (o.reportes.length === 0) return;
  const filas = o.reportes.map(({ informante, formato, concepto, campos }) => ({
    ...{ id: uuidv7(trx.ahora), nit: informante.nit, nombre: informante.nombre },
    ...{ formato, concepto, campos },
  }));
  await sql`insert into declaraciones.reportado (id, titular_id, anio, informante_nit, informante, formato, concepto,
      campos, ficticio, recibido_en)
    select r.id, ${o.titular}::uuid, ${o.anio}::int, r.nit, r.nombre, r.formato, r.concepto, r.campos, ${o.ficticio}::boolean,
      ${trx.ahora}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as r(id uuid, nit text, nombre text, formato text,
      concepto text, campos jsonb)`.execute(trx.bd);
}
