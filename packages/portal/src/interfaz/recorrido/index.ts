export type * from './definicion.ts';
export { guion, type Guion, type RespuestasDe } from './guion.ts';
export {
  abrirBorrador,
  borradoresAbiertos,
  borradoresDe,
  hechosDeBorrador,
  llenarBorrador,
  trabajoBorradoresVencidos,
} from './borradores.ts';
export { estadoDe } from './estado.ts';
export { buscarBorradores, hayBorradores, type BorradorAbierto } from './retomar.ts';
export { recorrerRamas, type Rama } from './ramas.ts';
export { recorridosDe, type RecorridoMontado } from './montados.ts';
export { apiDeRecorrido } from './api.ts';
export { leerRevision } from './opciones.ts';
export { rutasDeRecorrido } from './rutas.ts';
export { lasDemas, vueltasDe } from './vueltas.ts';
