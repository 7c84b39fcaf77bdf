import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import { claseDe } from '../clases/index.ts';
import type { Anterior } from './calcular.ts';

/** What the return that is corrected said, out of what was signed. */
export async function anteriorDe(trx: Transaccion, id: string): Promise<Anterior> {
  const { rows } = await sql<{ numero: string; formulario: string; presentada: Fecha; acto: unknown }>`
    select numero, formulario, presentada, acto from declaraciones.declaracion
    where id = ${id} and titular_id = plataforma.actor_titular()`.execute(trx.bd);
  const [f] = rows;
  if (!f) throw errores.noEncontrado();
  const { casillas } = f.acto as { casillas: Record<string, string | number> };
  const clase = claseDe(f.formulario);
  const sancion = BigInt(casillas[clase.casillaDeSancion ?? ''] ?? 0);
  return {
    numero: f.numero,
    presentada: f.presentada,
    saldo: clase.saldo({ valor: (clave) => BigInt(casillas[clave] ?? 0) }),
    sancion,
  };
}
