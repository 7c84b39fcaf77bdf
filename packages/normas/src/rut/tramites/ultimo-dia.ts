import type { VersionDelCalendario } from '../../calendario/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import { computarTermino, terminoDe } from '../../terminos/index.ts';

/**
 * Last day of a term of the RUT that nobody suspends or extends.
 *
 * @throws RangeError for an unknown term, or a day outside the calendars (1984 to 2199)
 */
export function ultimoDia(termino: string, desde: Fecha, version: VersionDelCalendario): Fecha {
  const plazo = terminoDe(termino, desde);
  if (!plazo.ok) throw new RangeError(plazo.mensaje);
  const computo = computarTermino(plazo.valor, { desde }, version);
  if (!computo.ok) throw new RangeError(computo.mensaje);
  if (computo.valor.vence === null) throw new RangeError('Un término sin suspensiones vence');
  return computo.valor.vence;
}
