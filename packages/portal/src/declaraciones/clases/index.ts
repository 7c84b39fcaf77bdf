import { errores } from '../../plataforma/index.ts';
import { ANUAL_260 } from './anual-260.ts';
import { ANTICIPO_2593 } from './anticipo-2593.ts';
import type { ClaseDeDeclaracion } from './clase.ts';
import { RENTA_210 } from './renta-210.ts';

/** By the code of their form. */
const CLASES: readonly ClaseDeDeclaracion[] = [RENTA_210, ANUAL_260, ANTICIPO_2593];

/** @throws 404 for a form that is no return */
export function claseDe(formulario: string): ClaseDeDeclaracion {
  const clase = CLASES.find((c) => c.formulario.codigo === formulario);
  if (!clase) throw errores.noEncontrado();
  return clase;
}

export const clasesDeDeclaracion = (): readonly ClaseDeDeclaracion[] => CLASES;
export { celdaEnPalabras } from './celda.ts';
export { regimenDeCadaAnio } from './regimen.ts';
export type {
  ClaseDeDeclaracion,
  FaltaDeDeclaracion,
  FilaEscrita,
  Posicion,
  SegunElRut,
  Traido,
  YaPresentada,
} from './clase.ts';
