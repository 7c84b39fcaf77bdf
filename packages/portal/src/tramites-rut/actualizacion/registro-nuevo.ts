import { conCodigos, type RegistroRut } from '@autogestion/normas/rut';
import { hoja1Nueva } from './hoja-1-nueva.ts';
import { hojasNuevas } from './hojas-nuevas.ts';
import { organizacionNueva } from './organizacion-nueva.ts';
import type { DatosActualizacion } from './preguntas.ts';

/**
 * What the RUT would say with the answers of a draft, complete or not: the answers are put on what it says today, so
 * that a change that somebody else made meanwhile stays. Only what was asked has an answer.
 */
export function registroNuevo(d: DatosActualizacion): RegistroRut {
  const conHojas = hojasNuevas(organizacionNueva(hoja1Nueva(d), d), d);
  const agrega = d.respuestas.codigos?.agrega ?? [];
  return agrega.length > 0 ? conCodigos(conHojas, agrega) : conHojas;
}
