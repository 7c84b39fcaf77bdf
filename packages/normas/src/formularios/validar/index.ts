export { FORMULARIOS_VALIDABLES } from './formularios.ts';
export type { DeclaracionCruda, FormularioValidable } from './formularios.ts';
export { TIPOS_DE_DESVIACION } from './desviacion.ts';
export type { Desviacion, Orientacion } from './desviacion.ts';
export { validar } from './validar.ts';
export type { Validacion } from './validar.ts';
