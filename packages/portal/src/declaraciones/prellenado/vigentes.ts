import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';

/** A return that stands: no correction replaced it. `acto` is what was signed. */
interface Vigente {
  periodo: string;
  numero: string;
  acto: unknown;
}

/** The returns of a form and year that stand, of the taxpayer for whom the transaction acts. */
export async function vigentes(
  trx: Transaccion,
  { formulario, anio }: { formulario: string; anio: number },
): Promise<Vigente[]> {
  const { rows } = await sql<Vigente>`select d.periodo, d.numero, d.acto from declaraciones.declaracion d
    where d.titular_id = plataforma.actor_titular() and d.formulario = ${formulario} and d.anio = ${anio}
      and not exists (select from declaraciones.declaracion c where c.corrige_id = d.id)`.execute(trx.bd);
  return rows;
}
