import type { Paso } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import type { Hechos, Respuestas } from '../tipos.ts';
import { pasosProfesional } from './hojas/profesional.tsx';
import { pasosRepresentante } from './hojas/representante.tsx';
import { pasosSede } from './hojas/sede.tsx';
import { pasosSocio } from './hojas/socio.tsx';

/** Sheets 3 to 6, one change after another: who comes in, who leaves. */
export const pasosHojas = (reloj: Reloj): Paso<Respuestas, Hechos>[] => [
  ...pasosRepresentante(reloj),
  ...pasosSocio(reloj),
  ...pasosProfesional(reloj),
  ...pasosSede(reloj),
];
