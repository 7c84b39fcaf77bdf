import { fraccion } from '../../dinero/index.ts';
import type { Casilla } from './definicion.ts';
import type { Evaluacion } from './evaluacion.ts';
import { fraseDe } from './explicar.ts';
import { escribirValor } from './palabras.ts';

/** A computed box as a page shows it. */
export interface Calculado {
  /** As it is written; empty while nothing that it depends on was given. */
  valor: string;
  /** Where it comes from, in a sentence, and whether something of it was not given; empty with it. */
  frase: string;
}

const FALTAN = 'Faltan datos: lo que está vacío se cuenta como cero.';

/** Whether its figure comes about by itself: its form computes it, or the office does, as a penalty. */
export const seCalcula = ({ formula, origen, clase }: Casilla): boolean =>
  formula !== undefined || (origen === 'oficina' && clase === 'pesos');

/** What a page shows of a computed box, on the server and in a browser that computes while it is written. */
export function loCalculado(e: Evaluacion, { clave, clase }: Pick<Casilla, 'clave' | 'clase'>): Calculado {
  const estado = e.estado(clave);
  if (estado === 'falta') return { valor: '', frase: '' };
  return {
    valor: escribirValor(fraccion(e.valor(clave), 1n), clase),
    frase: estado === 'incompleta' ? `${fraseDe(e, clave)} ${FALTAN}` : fraseDe(e, clave),
  };
}
