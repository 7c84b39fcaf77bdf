import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import { claseDe } from '../clases/index.ts';
import type { Anterior } from './calcular.ts';

interface FilaAnterior {
  numero: string;
  formulario: string;
  acto: unknown;
  primera: Fecha;
  reemplazada: boolean;
}

/** What the return that is corrected said, out of what was signed. */
export async function anteriorDe(trx: Transaccion, id: string): Promise<Anterior> {
  const { rows } = await sql<FilaAnterior>`
    select d.numero, formulario, d.acto, p.presentada as primera,
      exists (select from declaraciones.declaracion c where c.corrige_id = d.id) as reemplazada
    from declaraciones.declaracion d join declaraciones.declaracion p
      using (titular_id, formulario, anio, periodo)
    where d.id = ${id} and titular_id = plataforma.actor_titular() and p.corrige_id is null`.execute(trx.bd);
  const [f] = rows;
  if (!f) throw errores.noEncontrado();
  const { casillas, posiciones } = f.acto as {
    casillas: Record<string, string | number>;
    posiciones: readonly { tomado?: number }[];
  };
  const clase = claseDe(f.formulario);
  const sancion = BigInt(casillas[clase.casillaDeSancion ?? ''] ?? 0);
  return {
    numero: f.numero,
    primera: f.primera,
    reemplazada: f.reemplazada,
    saldo: clase.saldo({ valor: (clave) => BigInt(casillas[clave] ?? 0) }),
    sancion,
    tomado: posiciones.reduce((suma, p) => suma + BigInt(p.tomado ?? 0), 0n),
  };
}
