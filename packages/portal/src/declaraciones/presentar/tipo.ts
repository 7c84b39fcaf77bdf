import { tipoActo } from '../../firma/index.ts';
import { ActoDePresentar, PRESENTAR, presentar } from './acto.ts';
import { cartaDeLaDeclaracion } from './carta.ts';
import { hoyDeLaDeclaracion } from './hoy.ts';
import { imprimirFirmada, nombreDelImpreso } from './imprimir.ts';

/** Filing a return, as an act that is signed: its document is its printed form. */
export const TIPO_PRESENTAR = tipoActo({
  tipo: PRESENTAR,
  nombre: 'Declaración tributaria',
  esquema: ActoDePresentar,
  presentar,
  dibujar: imprimirFirmada,
  archivo: nombreDelImpreso,
  hoy: hoyDeLaDeclaracion,
  carta: cartaDeLaDeclaracion,
});
