import { diasDe, EFECTIVO } from '../calendario/index.ts';
import type { VersionDelCalendario } from '../calendario/index.ts';
import { anioDe, fecha, formatearFecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { tarifasSimple } from './tarifas.ts';

/** A stretch of days, both included, in which something may be done. */
export interface Ventana {
  desde: Fecha;
  /** Null when there is no last day. */
  hasta: Fecha | null;
  articulo: string;
  /** For the person. */
  regla: string;
}

/**
 * When one may enter the regime for a year: until the last business day of February who already is in the
 * RUT, at any time who registers for the first time and says so then (ET 909).
 *
 * @throws AnioSinTarifas
 */
export function ventanaDeIngreso(
  anio: number,
  primeraInscripcion: boolean,
  version: VersionDelCalendario = EFECTIVO,
): Ventana {
  const desde = primerDia(anio);
  const articulo = 'ET 909; DUR 1625 de 2016, art. 1.5.8.4.1 nums. 1.6 y 2.11';
  if (primeraInscripcion) {
    const regla =
      'Quien se inscribe por primera vez en el RUT puede acogerse al SIMPLE en cualquier momento, si lo dice al inscribirse.';
    return { desde, hasta: null, articulo, regla };
  }
  const hasta = ultimoHabil(anio, 2, version);
  return {
    desde,
    hasta,
    articulo,
    regla: `Quien ya está en el RUT puede acogerse al SIMPLE hasta el último día hábil de febrero: el ${formatearFecha(hasta)}.`,
  };
}

/**
 * When one may go back to the ordinary income tax for a year: from 1 January and *before* the last
 * business day of January (ET 909 inc. 3; DUR 1.5.8.4.3), so that day itself is late.
 *
 * @throws AnioSinTarifas
 */
export function ventanaDeSalida(anio: number, version: VersionDelCalendario = EFECTIVO): Ventana {
  const ultimo = ultimoHabil(anio, 1, version);
  const hasta = sumarDias(ultimo, -1);
  return {
    desde: primerDia(anio),
    hasta,
    articulo: 'ET 909; DUR 1625 de 2016, art. 1.5.8.4.3',
    regla: `Quien quiere volver al régimen ordinario lo pide antes del último día hábil de enero, que es el ${formatearFecha(ultimo)}: hasta el ${formatearFecha(hasta)}.`,
  };
}

/** The year for which whoever is in the RUT may enter: this one while its window is open, and then the next. */
export function anioParaEntrar(hoy: Fecha): number {
  const anio = anioDe(hoy);
  return estaEnVentana(ventanaDeIngreso(anio, false), hoy) ? anio : anio + 1;
}

export function estaEnVentana({ desde, hasta }: Ventana, dia: Fecha): boolean {
  return desde <= dia && (hasta === null || dia <= hasta);
}

/** Whoever enters has the months that follow to adopt electronic invoicing (ET 915 par.). */
export const MESES_PARA_FACTURAR = 2;

function primerDia(anio: number): Fecha {
  tarifasSimple(anio);
  return fecha(`${anio}-01-01`);
}

function ultimoHabil(anio: number, mes: number, version: VersionDelCalendario): Fecha {
  const ultimo = diasDe(version).delMes(anio, mes).at(-1);
  if (!ultimo) throw new RangeError(`El mes ${mes} de ${anio} no tiene días hábiles`);
  return ultimo;
}
