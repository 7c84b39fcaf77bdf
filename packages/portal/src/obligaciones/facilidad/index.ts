export { casoFacilidad } from './caso.ts';
export { documentosDeFacilidad } from './documentos.ts';
export { PAZ_DE_FACILIDAD, RESOLUCION } from './identificador.ts';
export { cuotasDeHoy } from './lo-de-hoy.ts';
export { rutasDeFacilidad } from './rutas.ts';
export { rutasDeMesaDeFacilidad } from './rutas-de-mesa.ts';
export { rutasDeUnaFacilidad } from './rutas-de-una.ts';
export { HACER_RECIBOS, SEGUIR_LA_DE_UN_PAGO, trabajosDeFacilidad } from './seguir-facilidades.ts';
export { casoSinEfecto } from './sin-efecto.ts';
