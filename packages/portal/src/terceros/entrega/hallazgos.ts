import { formatoDeExogena, type Hallazgo } from '@autogestion/normas/exogena';
import { sql } from 'kysely';
import { enCsv, type Transaccion } from '../../plataforma/index.ts';

/** What was found in a delivery, in its order, from one place on. */
export async function hallazgosDe(
  trx: Transaccion,
  entrega: string,
  { desde = 0, cuantos = 100 }: { desde?: number; cuantos?: number } = {},
): Promise<Hallazgo[]> {
  const { rows } = await sql<Hallazgo>`select fila, campo, codigo, mensaje from terceros.hallazgo
    where entrega_id = ${entrega} and n > ${desde} order by n limit ${cuantos}`.execute(trx.bd);
  return rows;
}

export const esDuda = ({ codigo }: Pick<Hallazgo, 'codigo'>): boolean => codigo.startsWith('sospecha-');

/** «Número de Identificación (nid)». */
export function columnaEnPalabras(formato: string | null, campo: string): string {
  const columna = formatoDeExogena(formato ?? '')?.porCampo.get(campo);
  return columna ? `${columna.nombre} (${campo})` : campo;
}

/** All of them, for a spreadsheet. */
export const hallazgosEnCsv = (formato: string | null, hallazgos: readonly Hallazgo[]): string =>
  enCsv([
    ['Fila', 'Columna', 'Qué pasa', 'Clase', 'Código'],
    ...hallazgos.map((h) => [
      h.fila === 0 ? 'Archivo' : String(h.fila),
      columnaEnPalabras(formato, h.campo),
      h.mensaje,
      esDuda(h) ? 'Aviso' : 'Error',
      h.codigo,
    ]),
  ]);
