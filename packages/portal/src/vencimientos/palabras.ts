import { diasEntre, formatearFecha, type Fecha } from '@autogestion/normas/fechas';

/** «Vence hoy», «Vence mañana», «Faltan 44 días». */
export function cuantoFalta(dia: Fecha, hoy: Fecha): string {
  const dias = diasEntre(hoy, dia);
  if (dias <= 0) return 'Vence hoy';
  return dias === 1 ? 'Vence mañana' : `Faltan ${dias} días`;
}

/** «13 de enero». */
export const diaDelMes = (dia: Fecha): string => formatearFecha(dia).replace(/ de \d{4}$/, '');

/** The same; with the year where it is not that of today. */
export const diaDelAnio = (dia: Fecha, hoy: Fecha): string =>
  dia.slice(0, 4) === hoy.slice(0, 4) ? diaDelMes(dia) : formatearFecha(dia);
