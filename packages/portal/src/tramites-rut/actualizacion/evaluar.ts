import { definidos } from '@autogestion/normas/definidos';
import type { Fecha } from '@autogestion/normas/fechas';
import {
  evaluarActualizacion,
  multaPorActualizarTarde,
  ultimoDiaParaActualizar,
  type DatoDesactualizado,
  type EvaluacionActualizacion,
  type MultaPorActualizarTarde,
} from '@autogestion/normas/rut';
import type { DatosActualizacion } from './preguntas.ts';
import { registroNuevo } from './registro-nuevo.ts';
import { hechosDe } from './tipos.ts';

/** The conditions of the law on what the draft would change, with what the registry says today. */
export function evaluar(d: DatosActualizacion, casilla54EnLinea: boolean): EvaluacionActualizacion {
  const { registro, estado, hoy, cambiosDeDireccion, conRut } = hechosDe(d);
  return evaluarActualizacion({
    antes: registro,
    despues: registroNuevo(d),
    hoy,
    estado,
    cambiosDeDireccion,
    conRut,
    casilla54EnLinea,
  });
}

/** Why it cannot be done as things stand; empty when it can. */
export const motivosDe = (e: EvaluacionActualizacion): string[] =>
  e.condiciones.filter((c) => c.estado !== 'cumple').map((c) => `${c.razon} (${c.articulo})`);

export interface Plazo {
  hecho: Fecha;
  ultimo: Fecha;
  /** Missing when it is in time. */
  multa?: MultaPorActualizarTarde;
}

/** The month of ET 658-3 and its fine, when the person said since when it is so. */
export function plazoDe(d: DatosActualizacion, e: EvaluacionActualizacion): Plazo | undefined {
  const hecho = d.respuestas.cuando;
  if (!hecho) return undefined;
  const { hoy } = hechosDe(d);
  const multa = multaPorActualizarTarde(hecho, hoy, datoDe(e));
  return { hecho, ultimo: ultimoDiaParaActualizar(hecho), ...definidos({ multa }) };
}

/** Which of the changes costs most. */
function datoDe({ cambios }: EvaluacionActualizacion): DatoDesactualizado {
  if (cambios.some((c) => c.dato === 'direccion')) return 'direccion';
  return cambios.some((c) => c.dato === 'actividades') ? 'actividad' : 'otro';
}
