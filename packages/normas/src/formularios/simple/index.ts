export { GRUPOS, ingresosYTarifas, TARIFA_MAS_ALTA } from './grupos.ts';
export type { GrupoEnFormulario } from './grupos.ts';
export {
  alPresentar,
  cifra,
  DESDE,
  finDeLosRangos,
  HASTA,
  INC,
  tablasDeTarifas,
  tarifaDe,
} from './parametros.ts';
export { anexoMunicipal, INGRESOS_EXTRAORDINARIOS, ingresosDelGrupo, MUNICIPIOS } from './anexo.ts';
export { conConfianza } from './confianza.ts';
export { icaMayorQueSimple, icaNoCoincide, noCoinciden, sinGrupo } from './reparos.ts';
export { desdeHechosDelSimple } from './desde-hechos.ts';
export type {
  CasillasDeIngresos,
  CrudaDelSimple,
  FaltaDelSimple,
  OpcionesDelSimple,
  Preparada,
} from './desde-hechos.ts';
