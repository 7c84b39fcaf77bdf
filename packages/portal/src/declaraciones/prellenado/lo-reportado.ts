import type { Reporte } from '@autogestion/normas/formularios/210';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';

/**
 * What third parties reported of the taxpayer for whom the transaction acts. The one place where returns ask for it: the
 * room of third parties will answer here.
 */
export async function loReportado(trx: Transaccion, anio: number): Promise<Reporte[]> {
  const { rows } = await sql<{
    informante_nit: string;
    informante: string;
    formato: string;
    concepto: string;
    campos: unknown;
  }>`select informante_nit, informante, formato, concepto, campos from declaraciones.reportado
    where titular_id = plataforma.actor_titular() and anio = ${anio}`.execute(trx.bd);
  return rows.map((f) => ({
    informante: { nit: f.informante_nit, nombre: f.informante },
    formato: f.formato,
    concepto: f.concepto,
    campos: f.campos as Record<string, number>,
  }));
}
