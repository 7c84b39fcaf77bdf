import type { BloqueImpreso, CasillaImpresa, PedidoComun } from '../formulario-impreso/index.ts';

export interface PedidoFormulario001 extends PedidoComun {
  /** Sheet 1, in the order of the form, as `casillasHoja1` of normas gives it. */
  casillas: readonly CasillaImpresa[];
  /** The other sheets, in the order of the form, as `bloquesDeHojas` gives them; each begins on a page. */
  hojas: readonly BloqueImpreso[];
  /** «Copia Certificado», or the state (DUR 1.6.1.2.21). */
  leyenda: string;
  /** State of the registration in words: «Registro activo». */
  estado: string;
  /** Version of the registration, from 1. */
  version: number;
  numeroFormulario: string;
}
