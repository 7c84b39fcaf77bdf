import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import {
  DEUDA_DEL_RECIBO,
  FORMULARIO_490,
  RECIBO_DE_VARIAS_DEUDAS,
  type Recibo490,
} from '@autogestion/normas/formularios/490';
import type { Formulario } from '@autogestion/normas/formularios/motor';
import { codigoBarrasRecibo } from '../codigos/index.ts';
import {
  casillasDelFormulario,
  renderizarFormulario,
  type BloqueImpreso,
  type Disposicion,
  type PedidoComun,
} from '../formulario-impreso/index.ts';
import { DISPOSICION_490, DISPOSICION_VARIAS_DEUDAS } from './disposicion.ts';

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

/** A slip of several debts: its `casillas` are those of `RECIBO_DE_VARIAS_DEUDAS`. */
interface PedidoDeVarias extends PedidoRecibo490 {
  /** Each as it is called («renta de 2024») and the boxes of `DEUDA_DEL_RECIBO`. */
  deudas: readonly { nombre: string; casillas: Recibo490['casillas'] }[];
}

/**
 * Slip 490 as a PDF, not yet sealed: what is paid, how much, and the same in a GS1-128 for who receives it.
 *
 * @throws RangeError when the number or the GLN do not fit the barcode, or the total is missing
 */
export const renderizarRecibo490 = (pedido: PedidoRecibo490): Promise<Uint8Array> =>
  imprimir(DISPOSICION_490, FORMULARIO_490, pedido, []);

/**
 * The slip of several debts as a PDF, not yet sealed: one total and one barcode, and behind them which debts it pays.
 *
 * @throws RangeError as `renderizarRecibo490`
 */
export const renderizarReciboDeVarias = ({ deudas, ...pedido }: PedidoDeVarias): Promise<Uint8Array> =>
  imprimir(
    DISPOSICION_VARIAS_DEUDAS,
    RECIBO_DE_VARIAS_DEUDAS,
    pedido,
    deudas.map(({ nombre, casillas }, i) => ({
      hoja: '2',
      nombre: `Deuda ${i + 1}: ${nombre}`,
      casillas: casillasDelFormulario(DEUDA_DEL_RECIBO, casillas),
    })),
  );

async function imprimir(
  disposicion: Disposicion,
  formulario: Formulario,
  { casillas, numero, dia, gln, ...comun }: PedidoRecibo490,
  bloques: readonly BloqueImpreso[],
): Promise<Uint8Array> {
  const { total } = casillas;
  if (typeof total !== 'bigint') throw new RangeError('El recibo no dice cuánto se paga.');
  return renderizarFormulario(disposicion, {
    ...comun,
    numero,
    codigoBarras: codigoBarrasRecibo({ gln, numero, total, dia }),
    casillas: casillasDelFormulario(formulario, casillas),
    bloques,
    textos: { dia: formatearFecha(dia) },
  });
}
