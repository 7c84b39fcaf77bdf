import type { Reporte } from '@autogestion/normas/formularios/210';
import { sql } from 'kysely';
import { uuidv7, type Transaccion } from '../../plataforma/index.ts';

/** Keeps what third parties reported of somebody for a year. @param trx of the owner's role */
export async function guardarReportado(
  trx: Transaccion,
  o: { titular: string; anio: number; ficticio: boolean; reportes: readonly Reporte[] },
): Promise<void> {
  if (o.reportes.length === 0) return;
  const filas = o.reportes.map(
    (r) => sql`(${uuidv7(trx.ahora)}::uuid, ${o.titular}::uuid, ${o.anio}::int, ${r.informante.nit},
      ${r.informante.nombre}, ${r.formato}, ${r.concepto}, ${JSON.stringify(r.campos)}::jsonb, ${o.ficticio}::boolean,
      ${trx.ahora}::timestamptz)`,
  );
  await sql`insert into declaraciones.reportado (id, titular_id, anio, informante_nit, informante, formato, concepto,
    campos, ficticio, recibido_en) values ${sql.join(filas)}`.execute(trx.bd);
}
