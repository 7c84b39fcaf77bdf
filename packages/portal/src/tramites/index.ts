export { deCasos } from './acto.ts';
export { guardarAdjunto, MAXIMO_BYTES, revisarRecibido, type EntornoAdjuntos } from './adjuntos/index.ts';
export { incumplidas } from './comprobar-solicitud.ts';
export { casoPorRadicado, casosDe, type Caso } from './consultas.ts';
export { EnCurso } from './paginas/en-curso.tsx';
export { Condiciones, NoSePuede } from './paginas/condiciones.tsx';
export { dato, ficha, type Ficha, type Leible, type LeibleDe, type SolicitudDe } from './ficha.ts';
export { flujoDeOficio } from './flujo-de-oficio.ts';
export { FLUJO_PETICION, FLUJO_RUT, type Flujo } from './flujo.ts';
export type { Hallazgo } from './marcha.ts';
export { prepararSolicitud } from './preparar-solicitud.ts';
export { tomarCaso } from './repartir-casos.ts';
export { radicarAutomatico, radicarCaso } from './radicar-caso.ts';
export { enCurso, exigirNinguna } from './una-a-la-vez.ts';
export {
  tipoDeCaso,
  TIPOS_DE_CASO,
  type CasoParaEfecto,
  type DocumentoPedido,
  type Plantilla,
  type Situacion,
  type TipoDeCaso,
} from './tipos.ts';
export { salaTramites } from './sala.ts';
