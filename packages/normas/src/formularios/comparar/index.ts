export { compararRegimenes, PARTES_DEL_REGIMEN, ULTIMO_ANIO_COMPARABLE } from './comparar.ts';
export type { Comparacion, ParteDelRegimen, PasoDeLaCuenta, RegimenComparado } from './comparar.ts';
export { GRUPO_DE_PROFESIONALES, SUPUESTOS_DE_LA_COMPARACION } from './hechos.ts';
export type { HechosDeLaComparacion } from './hechos.ts';
