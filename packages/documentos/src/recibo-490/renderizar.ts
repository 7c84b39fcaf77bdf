import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { FORMULARIO_490, type Recibo490 } from '@autogestion/normas/formularios/490';
import { codigoBarrasRecibo } from '../codigos/index.ts';
import {
  casillasDelFormulario,
  renderizarFormulario,
  type PedidoComun,
} from '../formulario-impreso/index.ts';
import { DISPOSICION_490 } from './disposicion.ts';

export interface PedidoRecibo490 extends Omit<PedidoComun, 'codigoBarras'> {
  /** By their keys, as `componerRecibo490` of normas gives them. */
  casillas: Recibo490['casillas'];
  /** Number of the slip: 1 to 25 letters and digits. */
  numero: string;
  /** The day of payment to which the interest was counted. */
  dia: Fecha;
  /** Global Location Number of who collects. */
  gln: string;
}

/**
 * Slip 490 as a PDF, not yet sealed: what is paid, how much, and the same in a GS1-128 for who receives it.
 *
 * @throws RangeError when the number or the GLN do not fit the barcode, or the total is missing
 */
export async function renderizarRecibo490({
  casillas,
  numero,
  dia,
  gln,
  ...comun
}: PedidoRecibo490): Promise<Uint8Array> {
  const { total } = casillas;
  if (typeof total !== 'bigint') throw new RangeError('El recibo no dice cuánto se paga.');
  return renderizarFormulario(DISPOSICION_490, {
    ...comun,
    numero,
    codigoBarras: codigoBarrasRecibo({ gln, numero, total, dia }),
    casillas: casillasDelFormulario(FORMULARIO_490, casillas),
    bloques: [],
    textos: { dia: formatearFecha(dia) },
  });
}
