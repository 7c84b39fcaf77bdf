export { enFacilidad, hechosDe, leerCuenta, type Cuenta, type Hecho } from './cuenta.ts';
export { deudasExigibles } from './deudas-exigibles.ts';
export { obligacionesDeHoy } from './lo-de-hoy.ts';
export { movimientosDe } from './movimientos.ts';
export { EscogerDeudas } from './paginas/escoger-deudas.tsx';
export { TONO_DE_ESTADO } from './paginas/estado.tsx';
export { claseDe, enUnaLinea, etiquetaDe, totalEnUnaLinea } from './palabras.ts';
export { CUAL, rutasEstado } from './rutas.ts';
