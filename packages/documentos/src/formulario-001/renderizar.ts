import { renderizarFormulario } from '../formulario-impreso/index.ts';
import { DISPOSICION_001 } from './disposicion.ts';
import type { PedidoFormulario001 } from './tipos.ts';

/**
 * Form 001 as a PDF, not yet sealed. Sheet 1 first, which is the one that proves (DUR 1.6.1.2.21), and then those that
 * the record has.
 *
 * @throws RangeError when `codigoBarras` is not a GS1 element string
 */
export function renderizarFormulario001({
  hojas,
  leyenda,
  estado,
  version,
  numeroFormulario,
  ...comun
}: PedidoFormulario001): Promise<Uint8Array> {
  return renderizarFormulario(DISPOSICION_001, {
    ...comun,
    bloques: hojas,
    numero: numeroFormulario,
    textos: { leyenda, estado, version: String(version) },
  });
}
