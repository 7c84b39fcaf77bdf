export { antesYDespues, type AntesYDespues } from './anticipar.ts';
export {
  anulacionDePago,
  cargo,
  compensacion,
  devolucion,
  identificacion,
  pago,
  reimputacion,
  type Asiento,
} from './asientos.ts';
export { abrirObligacion, asentar, asientosEnJson, type Comprobante } from './asentar.ts';
export { huellaDe } from './huella.ts';
export {
  abonosDe,
  estadosAl,
  leerLibro,
  leerLibroDe,
  leerLibroDeOtros,
  leerLibroDelCertificado,
  leerLibroParaElRut,
  quedaPorPagar,
  type AbonoDelLibro,
  type Libro,
  type Obligacion,
  type ObligacionConEstado,
  type RenglonDelLibro,
} from './leer.ts';
