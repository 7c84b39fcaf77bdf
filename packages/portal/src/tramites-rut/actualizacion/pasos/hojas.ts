import type { Paso } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import type { Hechos, Respuestas } from '../tipos.ts';
import { pasosProfesional } from './hojas/profesional.tsx';
import { pasosRepresentante } from './hojas/representante.tsx';
import { pasosSede } from './hojas/sede.tsx';
import { pasosSocio } from './hojas/socio.tsx';
import { pasosActo } from './organizacion/acto.tsx';
import { pasosCapital } from './organizacion/capital.tsx';
import { pasosVinculacion } from './organizacion/vinculacion.tsx';

/** Sheets 2 to 6; of the lists, one change after another: who comes in, who leaves. */
export const pasosHojas = (reloj: Reloj): Paso<Respuestas, Hechos>[] => [
  ...pasosActo(reloj),
  ...pasosCapital(),
  ...pasosVinculacion(),
  ...pasosRepresentante(reloj),
  ...pasosSocio(reloj),
  ...pasosProfesional(reloj),
  ...pasosSede(reloj),
];
