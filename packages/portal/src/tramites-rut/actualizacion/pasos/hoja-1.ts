import type { RespuestasDe } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import { actividadPrincipal, actividadSecundaria, establecimientos } from '../../pasos/index.ts';
import { ubicacion } from '../../pasos/index.ts';
import { cambia, preguntas, type Hechos } from '../tipos.ts';
import { preguntasCasillas } from './casillas.ts';

/** Sheet 1: what registration asks too, and the boxes that it does not ask. */
export const preguntasHoja1 = (reloj: Reloj) =>
  preguntas()
    .con(ubicacion, cambia('direccion'))
    .con(actividadPrincipal(reloj), cambia('actividad-principal'))
    .con(
      actividadSecundaria<Hechos>(
        reloj,
        (d) => d.respuestas.actividad ?? d.hechos.registro?.clasificacion.actividadPrincipal.codigo,
      ),
      cambia('actividad-secundaria'),
    )
    .con(establecimientos, cambia('establecimientos'))
    .con(preguntasCasillas(reloj));

export type RespuestasHoja1 = RespuestasDe<ReturnType<typeof preguntasHoja1>>;
