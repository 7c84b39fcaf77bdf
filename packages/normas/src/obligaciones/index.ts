export { obligacionesDe, REGLAS_DE_OBLIGACIONES } from './de-un-rut.ts';
export type { ObligacionDelRut } from './de-un-rut.ts';
export type { HechoQueFalta, HechosDeObligaciones } from './hechos.ts';
export { TOPE_IVA_BIMESTRAL } from './iva-y-consumo.ts';
export { sinPlazoDe } from './sin-plazo.ts';
export type { SinPlazo } from './sin-plazo.ts';
export { vencimientosDeUnRut } from './vencimientos-de-un-rut.ts';
export type { OpcionesDelRut, VencimientoDelRut, VencimientosDelRut } from './vencimientos-de-un-rut.ts';
