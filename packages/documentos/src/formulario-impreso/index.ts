export { casillasDelFormulario, type ValoresDeCasillas } from './casillas.ts';
export { casillasDeFilas, filas, seccionesDe } from './disposicion.ts';
export { renderizarFormulario } from './renderizar.ts';
export {
  COLUMNAS,
  type AreaDispuesta,
  type BloqueImpreso,
  type CasillaDispuesta,
  type CasillaImpresa,
  type ClaseImpresa,
  type Disposicion,
  type FilaDispuesta,
  type HojaDispuesta,
  type PedidoComun,
  type PedidoImpreso,
  type Plantilla,
  type SeccionDispuesta,
} from './tipos.ts';
