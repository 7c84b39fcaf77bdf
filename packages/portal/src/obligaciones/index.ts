export { deudasExigibles, leerCuenta } from './estado/index.ts';
export { abrirObligacion, asentar, cargo, pago, quedaPorPagar } from './libro/index.ts';
export {
  archivoCargado,
  confirmarArchivo,
  MAXIMO_DE_RECAUDO,
  preverRecaudo,
  recibirArchivo,
  type Prevision,
} from './recaudo/index.ts';
export { salaObligaciones } from './sala.ts';
export { bancoDe, type EntornoDeObligaciones } from './pagos/index.ts';
