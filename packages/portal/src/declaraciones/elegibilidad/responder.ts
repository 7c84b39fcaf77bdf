import { anioDe, type Fecha } from '@autogestion/normas/fechas';
import {
  anioParaEntrar,
  elegibilidadSimple,
  type Elegibilidad,
  type HechosSimple,
  type TipoDePersona,
} from '@autogestion/normas/simple';
import { AnioSinUvt } from '@autogestion/normas/uvt';

/** The answer for a year, whose rule of time the page tells. */
export interface Respuesta extends Elegibilidad {
  anio: number;
  empieza: boolean;
}

/** The year for which one would enter: who begins enters in this one, whenever they register (ET 909). */
export const anioDeEntrada = (hoy: Fecha, empieza: boolean): number =>
  empieza ? anioDe(hoy) : anioParaEntrar(hoy);

/** Whether somebody may be in the SIMPLE; undefined while the UVT that measures their income is not known. */
export function responderElegibilidad(
  tipo: TipoDePersona,
  hechos: HechosSimple,
  hoy: Fecha,
): Respuesta | undefined {
  const empieza = hechos.empiezaEsteAnio ?? false;
  const anio = anioDeEntrada(hoy, empieza);
  try {
    return { ...elegibilidadSimple(tipo, hechos, anio), anio, empieza };
  } catch (error) {
    if (error instanceof AnioSinUvt) return undefined;
    throw error;
  }
}

/** «Todavía no»: everything that fails can be put right, registering among it. */
export function puedeArreglarse({ condiciones }: Elegibilidad): boolean {
  const fallan = condiciones.filter((c) => c.estado === 'no-cumple');
  return fallan.length > 0 && fallan.every((c) => c.subsanable || c.id === 'rut');
}
