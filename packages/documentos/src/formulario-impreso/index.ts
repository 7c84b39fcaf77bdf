export { casillasDeFila, casillasDelFormulario, type ValoresDeCasillas } from './casillas.ts';
export { casillasDeFilas, columnas, filas, seccionesDe } from './disposicion.ts';
export { renderizarFormulario } from './renderizar.ts';
export {
  COLUMNAS,
  type BloqueImpreso,
  type CasillaImpresa,
  type Disposicion,
  type FilaDispuesta,
  type HojaDispuesta,
  type PedidoComun,
  type PedidoImpreso,
  type SeccionDispuesta,
} from './tipos.ts';
