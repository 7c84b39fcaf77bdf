/** A legal date: `YYYY-MM-DD`, without time or zone. In Colombia it is always a date in America/Bogota. */
export type Fecha = string & { readonly __fecha: unique symbol };

const FORMA = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when the text is a date that exists in the Gregorian calendar (`2026-02-30` is not). */
export function esFecha(texto: string): texto is Fecha {
  const partes = FORMA.exec(texto);
  if (!partes) return false;
  const [, anio, mes, dia] = partes.map(Number);
  const d = new Date(Date.UTC(anio ?? 0, (mes ?? 0) - 1, dia));
  return d.getUTCFullYear() === anio && d.getUTCMonth() + 1 === mes && d.getUTCDate() === dia;
}

/** @throws RangeError when the text is not an existing date. */
export function fecha(texto: string): Fecha {
  if (!esFecha(texto)) throw new RangeError(`No es una fecha: ${texto}`);
  return texto;
}

/** The legal date in Colombia (UTC−5, no daylight saving since 1993) of an instant. */
export function fechaEnBogota(instante: Date): Fecha {
  return fecha(new Date(instante.getTime() - 5 * 3_600_000).toISOString().slice(0, 10));
}
