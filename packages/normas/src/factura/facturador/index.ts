export { obligacionDeFacturar, OCUPACIONES } from './obligado.ts';
export type { HechosDelFacturador, ObligacionDeFacturar, Ocupacion, RazonDeFacturar } from './obligado.ts';
export {
  consecutivoDe,
  faltasDelRango,
  finDeLaNumeracion,
  MODALIDADES_DE_NUMERACION,
  NUMERACION,
} from './numeracion.ts';
export type { ModalidadDeNumeracion } from './numeracion.ts';
export {
  avanceDelSet,
  claseDePrueba,
  CLASES_DE_PRUEBA,
  revisarDocumentoDePrueba,
  SET_DE_PRUEBA,
} from './set-de-prueba.ts';
export type { AvanceDelSet, ClaseDePrueba } from './set-de-prueba.ts';
