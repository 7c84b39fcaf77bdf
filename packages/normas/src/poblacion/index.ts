export { azarDe, azarDelPar } from './azar.ts';
export type { Azar } from './azar.ts';
export { generarPersona, INFORMANTES } from './generar-persona.ts';
export type { OpcionesDePoblacion, PersonaFicticia } from './generar-persona.ts';
export { CLASES_DE_PERSONA } from './hechos.ts';
export type { ClaseDePersona } from './hechos.ts';
export { nombrar } from './nombres.ts';
