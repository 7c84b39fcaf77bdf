import {
  loCalculado,
  seCalcula,
  type Calculado,
  type Casilla,
  type Evaluacion,
} from '@autogestion/normas/formularios/motor';
import { enFilas, type FilaDeResultado, type Saldo } from './resultado.ts';

/** A return as its pages show it while it is written: the server computes it, and so does a browser that can. */
export interface ComoQueda {
  saldo: Saldo;
  filas: readonly FilaDeResultado[];
  /** The computed boxes of the page, by key. */
  calculadas: Readonly<Record<string, Calculado>>;
}

/** @param q.casillas those of the page */
export const comoQueda = (
  e: Evaluacion,
  q: { resumen: readonly { casilla: string; rotulo: string }[]; saldo: Saldo; casillas: readonly Casilla[] },
): ComoQueda => ({
  saldo: q.saldo,
  filas: [
    ...q.resumen.flatMap(({ casilla, rotulo }) => {
      const pesos = e.valor(casilla);
      return pesos === 0n ? [] : [{ rotulo, pesos }];
    }),
    ...enFilas(q.saldo),
  ],
  calculadas: Object.fromEntries(
    q.casillas.flatMap((c) => (seCalcula(c) ? [[c.clave, loCalculado(e, c)] as const] : [])),
  ),
});
