import { diasEntre, fecha, sumarDias, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { mesDe } from '../tasas/index.ts';

/** A month of the calendar, with what interest asks of it. */
interface MesCivil {
  /** `2025-08`. */
  nombre: string;
  ultimo: Fecha;
  /** First day of the month after. */
  siguiente: Fecha;
  /** Days of its year: 365, or 366. */
  diasDelAnio: number;
}

const CONOCIDOS = new Map<string, MesCivil>();

/** The month of a day; each is worked out once, because ten thousand debts share the same months. */
export function mesCivilDe(dia: Fecha): MesCivil {
  const nombre = mesDe(dia);
  let mes = CONOCIDOS.get(nombre);
  if (!mes) CONOCIDOS.set(nombre, (mes = mesCivil(nombre)));
  return mes;
}

function mesCivil(nombre: string): MesCivil {
  // The 31st of December, a whole number of months away, falls on the last day of any month.
  const anio = nombre.slice(0, 4);
  const ultimo = sumarMeses(fecha(`${anio}-12-31`), Number(nombre.slice(5)) - 12);
  return {
    nombre,
    ultimo,
    siguiente: sumarDias(ultimo, 1),
    diasDelAnio: diasEntre(fecha(`${anio}-01-01`), fecha(`${anio}-12-31`)) + 1,
  };
}
