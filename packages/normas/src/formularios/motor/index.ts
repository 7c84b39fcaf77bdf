export * from './expresion.ts';
export { casillasDe, largoDe } from './definicion.ts';
export type {
  Anexo,
  Auxiliar,
  Casilla,
  Clase,
  Columna,
  Formulario,
  Hecho,
  Opcion,
  Parametro,
  Reparo,
  Reparto,
  Seccion,
  Supuesto,
  TurnoDeReparto,
  TramoEnUvt,
  Vigencia,
} from './definicion.ts';
export { AnioSinParametros, FormularioMalHecho } from './errores.ts';
export type { Parametros, Tramo } from './parametros.ts';
export { planDe } from './plan.ts';
export type { Ajustes, Plan } from './plan.ts';
export { dichoDosVeces, leerEntrada } from './entrada.ts';
export type { Entrada, EntradaCruda } from './entrada.ts';
export type { CodigoDeEntrada, Compuesto, Compuestos, Esquema, Falta } from './lectura.ts';
export { evaluar } from './evaluacion.ts';
export type { Estado, Evaluacion, ReparoHallado } from './evaluacion.ts';
export { explicar } from './explicar.ts';
export { loCalculado, seCalcula } from './lo-calculado.ts';
export type { Calculado } from './lo-calculado.ts';
export { resumir } from './resumir.ts';
export type { ExplicacionDeValor, Operacion } from './explicacion-de-valor.ts';
export { escribirNorma, escribirValor } from './palabras.ts';
export { esquemaDe } from './esquema.ts';
export { referenciaDe } from './referencia.ts';
export { casoElegido, claveDeAnexo, desplegarTurno } from './dependencias.ts';
export {
  campo,
  leeCodigo,
  leeEntero,
  leeLista,
  leeNumeroOObjeto,
  leeObjeto,
  leePesos,
  leeSiNo,
  leeUnoOVarios,
  leerCompuestos,
  opcional,
} from './lectores.ts';
export type { Leidos } from './lectores.ts';
