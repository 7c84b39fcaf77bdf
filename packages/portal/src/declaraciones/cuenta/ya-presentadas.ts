import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import { pendientesDePago, type PosicionFirmada } from './pendientes-de-pago.ts';
import type { FilaEscrita, YaPresentada } from '../clases/index.ts';

interface Fila {
  periodo: string;
  numero: string;
  acto: unknown;
}

/** The returns of a form and year that stand: not those that a correction replaced. */
export async function yaPresentadas(
  trx: Transaccion,
  { formulario, anio }: { formulario: string; anio: number },
): Promise<YaPresentada[]> {
  const { rows } = await sql<Fila>`select d.periodo, d.numero, d.acto from declaraciones.declaracion d
    where d.titular_id = plataforma.actor_titular() and d.formulario = ${formulario} and d.anio = ${anio}
      and not exists (select from declaraciones.declaracion c where c.corrige_id = d.id)`.execute(trx.bd);
  const pendiente = rows.length === 0 ? () => false : await pendientesDePago(trx);
  return rows.map(({ periodo, numero, acto }) => {
    const { casillas, anexos, posiciones } = acto as {
      casillas: Record<string, string | number>;
      anexos: Record<string, FilaEscrita[]>;
      posiciones: PosicionFirmada[];
    };
    const formalizada = !pendiente({ formulario, anio, periodo, posiciones });
    return { formulario, anio, periodo, numero, casillas, anexos, formalizada };
  });
}
