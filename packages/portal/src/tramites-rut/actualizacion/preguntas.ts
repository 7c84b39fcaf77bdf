import { guion, type Datos, type RespuestasDe } from '../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { preguntaCuando } from './pasos/cuando.ts';
import { preguntasHoja1 } from './pasos/hoja-1.ts';
import { preguntasProfesional } from './pasos/hojas/profesional.ts';
import { preguntasRepresentante } from './pasos/hojas/representante.ts';
import { preguntasSede } from './pasos/hojas/sede.ts';
import { preguntasSocio } from './pasos/hojas/socio.ts';
import { preguntasDocumentoSocial } from './pasos/organizacion/documento-social.ts';
import { preguntasCapital } from './pasos/organizacion/capital.ts';
import { preguntasVinculacion } from './pasos/organizacion/vinculacion.ts';
import { preguntaQueCambia } from './pasos/que-cambia.tsx';
import { preguntasResponsabilidades } from './pasos/responsabilidades.tsx';
import type { Hechos } from './tipos.ts';

/** All that an update may ask: what changed, sheet 1, codes of box 53, sheets 2 to 6, and since when. */
export const preguntasActualizacion = (reloj: Reloj, casilla54EnLinea: boolean) =>
  guion<Hechos>()
    .con(preguntaQueCambia(casilla54EnLinea))
    .con(preguntasHoja1(reloj))
    .con(preguntasResponsabilidades)
    .con(preguntasDocumentoSocial(reloj))
    .con(preguntasCapital)
    .con(preguntasVinculacion)
    .con(preguntasRepresentante(reloj))
    .con(preguntasSocio(reloj))
    .con(preguntasProfesional(reloj))
    .con(preguntasSede(reloj))
    .con(preguntaCuando(reloj));

export type Respuestas = RespuestasDe<ReturnType<typeof preguntasActualizacion>>;
export type DatosActualizacion = Datos<Respuestas, Hechos>;
