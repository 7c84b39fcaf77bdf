export { interesDeMora, LECTURA_DE_LA_TASA } from './interes.ts';
export type { Deuda, InteresDeMora, TramoLiquidado } from './interes.ts';
export type { LecturaDeLaTasa, TasasDadas, Tramo } from './tramos.ts';
