import { diasDe, EFECTIVO, type VersionDelCalendario } from '../calendario/index.ts';
import { fechaEnBogota, sumarAnios, sumarDias, type Fecha } from '../fechas/index.ts';

/** Years that the IFE lasts from its issue or renewal (requirements of AG2018, dian.gov.co; confidence: middle). */
export const VIGENCIA_ANIOS = 3;

/** Business days before the end by which it should be renewed (same source; confidence: middle). */
export const MARGEN_DIAS_HABILES = 3;

/** Last instant of an IFE issued at `desde`: the end of the day, in Bogotá, three years later. */
export function vigenciaHasta(desde: Date): Date {
  const ultimo = sumarAnios(fechaEnBogota(desde), VIGENCIA_ANIOS);
  return new Date(`${ultimo}T23:59:59-05:00`);
}

/**
 * Last day with the margin: three business days before the one on which it ends. From the next one on it may still be
 * renewed (R. DIAN 80/2020: at any time), in a hurry.
 */
export function limiteDeRenovacion(hasta: Date, calendario: VersionDelCalendario = EFECTIVO): Fecha {
  const dias = diasDe(calendario);
  let dia = fechaEnBogota(hasta);
  for (let faltan = MARGEN_DIAS_HABILES; faltan > 0;) {
    dia = sumarDias(dia, -1);
    if (dias.esHabil(dia)) faltan--;
  }
  return dia;
}
