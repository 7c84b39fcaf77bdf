import type { CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import { abrirObligacion } from '../src/obligaciones/libro/index.ts';
import { uuidv7, type Actor } from '../src/plataforma/index.ts';
import { comoPersona } from './tramites.ts';
import { SISTEMA, type TransaccionesDePrueba } from './transacciones.ts';

export interface ContribuyenteDePrueba {
  titular: string;
  actor: Actor;
  /** The obligation of a tax, year and period, open. */
  obligacion(concepto: CodigoDeConcepto, anio: number, periodo?: string): Promise<string>;
}

/** A taxpayer for the ledger, which asks nothing more of them than who they are. */
export function contribuyente(t: TransaccionesDePrueba): ContribuyenteDePrueba {
  const titular = uuidv7(t.reloj.ahora());
  return {
    titular,
    actor: comoPersona(titular),
    obligacion: (concepto, anio, periodo = 'anual') =>
      t.dueno(SISTEMA, (trx) => abrirObligacion(trx, { titular, concepto, anio, periodo })),
  };
}
