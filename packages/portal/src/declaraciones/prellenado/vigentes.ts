import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';

/** A return that stands: no correction replaced it. `acto` is what was signed, or what one from before says. */
interface Vigente {
  periodo: string;
  numero: string;
  acto: unknown;
}

/**
 * The returns of a form and year that stand, of the taxpayer for whom the transaction acts: those filed here and, of the
 * periods without one, those from before.
 */
export async function vigentes(
  trx: Transaccion,
  { formulario, anio }: { formulario: string; anio: number },
): Promise<Vigente[]> {
  const { rows } = await sql<Vigente>`select d.periodo, d.numero, d.acto from declaraciones.declaracion d
    where d.titular_id = plataforma.actor_titular() and d.formulario = ${formulario} and d.anio = ${anio}
      and not exists (select from declaraciones.declaracion c where c.corrige_id = d.id)
    union all (select distinct on (a.periodo) a.periodo, a.numero, jsonb_build_object('casillas', a.casillas,
        'hechos', a.hechos, 'anexos', jsonb_build_object(), 'posiciones', jsonb_build_array())
      from declaraciones.de_antes a
      where a.titular_id = plataforma.actor_titular() and a.formulario = ${formulario} and a.anio = ${anio}
        and not exists (select from declaraciones.declaracion d where d.titular_id = a.titular_id
          and d.formulario = a.formulario and d.anio = a.anio and d.periodo = a.periodo)
      order by a.periodo, a.presentada desc, a.recibida_en desc)`.execute(trx.bd);
  return rows;
}

/** What the return of a form and year that stands says of each box, in pesos; undefined where none was filed here. */
export async function loDeclarado(
  trx: Transaccion,
  cual: { formulario: string; anio: number },
): Promise<((casilla: string) => bigint) | undefined> {
  const [suya] = await vigentes(trx, cual);
  return suya && valorEn((suya.acto as { casillas: Record<string, string | number> }).casillas);
}

/** The pesos of a box of what was signed; what is not there is zero. */
export const valorEn =
  (casillas: Readonly<Record<string, string | number>>) =>
  (clave: string): bigint => {
    const dicho = casillas[clave];
    return typeof dicho === 'number' ? BigInt(dicho) : 0n;
  };
