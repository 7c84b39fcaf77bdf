import { sql } from 'kysely';
import { uuidv7, type Transaccion } from '../../plataforma/index.ts';
import type { DeAntes } from './de-antes.ts';

/** One of them, with what it said. */
export interface DeAntesEntera extends DeAntes {
  titular: string;
  casillas: Readonly<Record<string, string | number>>;
  hechos: Readonly<Record<string, unknown>>;
}

/**
 * Keeps them. A number that is here already is left as it is: a file that was loaded is loaded again without harm.
 * @param trx of the owner's role
 * @returns how many were new
 */
export async function guardarDeAntes(
  trx: Transaccion,
  { ficticias, declaraciones }: { ficticias: boolean; declaraciones: readonly DeAntesEntera[] },
): Promise<number> {
  if (declaraciones.length === 0) return 0;
  const filas = declaraciones.map((d) => ({ id: uuidv7(trx.ahora), ...d }));
  const { rows } =
    await sql`insert into declaraciones.de_antes (id, titular_id, formulario, anio, periodo, numero,
      presentada, casillas, hechos, ficticia, recibida_en)
    select d.id, d.titular, d.formulario, d.anio, d.periodo, d.numero, d.presentada, d.casillas, d.hechos,
      ${ficticias}::boolean, ${trx.ahora}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as d(id uuid, titular uuid, formulario text, anio int,
      periodo text, numero text, presentada date, casillas jsonb, hechos jsonb)
    on conflict (numero) do nothing returning 1 as una`.execute(trx.bd);
  return rows.length;
}
