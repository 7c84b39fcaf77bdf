import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';

/** A return that was filed before this office kept them, or elsewhere. */
export interface DeAntes {
  formulario: string;
  anio: number;
  periodo: string;
  numero: string;
  presentada: Fecha;
}

/** Those that stand of the taxpayer for whom the transaction acts, the newest year first: of each period the last one filed. */
export async function deAntesDe(trx: Transaccion): Promise<DeAntes[]> {
  const { rows } = await sql<DeAntes>`select formulario, anio, periodo, numero, presentada from (
      select distinct on (formulario, anio, periodo) formulario, anio, periodo, numero, presentada
      from declaraciones.de_antes where titular_id = plataforma.actor_titular()
      order by formulario, anio, periodo, presentada desc, recibida_en desc) d
    order by anio desc, formulario, periodo desc`.execute(trx.bd);
  return rows;
}
