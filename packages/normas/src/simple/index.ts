export { AnioSinTarifas, tarifasSimple } from './tarifas.ts';
export type { GrupoInexequible, GrupoSimple, Periodicidad, RangoSimple, TarifasSimple } from './tarifas.ts';
export { leerGrupo } from './grupos.ts';
export type { CodigoErrorGrupo } from './grupos.ts';
export { grupoDeActividad } from './actividad.ts';
export type { CodigoErrorActividad, GrupoDeActividad } from './actividad.ts';
export { GRUPO_DE_EXTRAORDINARIOS, tarifaConsolidada } from './tarifa-consolidada.ts';
export type { IngresosPorGrupo, TarifaConsolidada, TarifaDeGrupo } from './tarifa-consolidada.ts';
export * from './parametros.ts';
export * from './hechos.ts';
export { ACTIVIDADES_EXCLUIDAS } from './actividades-excluidas.ts';
export type { Condicion, IdCondicion } from './condicion.ts';
export { CONDICIONES, elegibilidadSimple, limiteDeIngresos } from './elegibilidad.ts';
export type { CondicionEvaluada, Elegibilidad, LimiteDeIngresos } from './elegibilidad.ts';
export { ingresosConsolidados } from './ingresos-consolidados.ts';
export {
  anioParaEntrar,
  estaEnVentana,
  MESES_PARA_FACTURAR,
  ventanaDeIngreso,
  ventanaDeSalida,
} from './ventanas.ts';
export type { Ventana } from './ventanas.ts';
export { bimestreEnQueSePasa, soloDeclaracionAnual, topeSoloAnual } from './solo-anual.ts';
export type { BimestreEnQueSePasa, HechosSoloAnual, SoloAnual } from './solo-anual.ts';
export { efectoDeLaDemora } from './exclusion.ts';
export type { Cumplimiento, EfectoDeLaDemora } from './exclusion.ts';
export { icaDeFila, ingresosDelAnexo } from './anexo.ts';
export type { FilaDeAnexo, IcaDeFila } from './anexo.ts';
export { leerAnexo, MONTOS_DE_FILA } from './leer-anexo.ts';
export type { CodigoErrorAnexo, DetalleAnexo, FilaEscrita, OpcionesDeAnexo } from './leer-anexo.ts';
export { anioEnElSimple, RESPONSABILIDAD_SIMPLE } from './regimen-del-anio.ts';
export type { VersionConResponsabilidades } from './regimen-del-anio.ts';
export { FORMALIZACION_CON_PAGO } from './formalizacion.ts';
export type { FormalizacionConPago } from './formalizacion.ts';
