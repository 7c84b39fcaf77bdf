import { anioDe, fecha, fechaEnBogota, sumarDias } from '@autogestion/normas/fechas';
import { actividad, cuantos, fecha as dia, siONo } from '../../interfaz/preguntas/index.ts';
import { guion, type Datos, type RespuestasDe } from '../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../plataforma/index.ts';

const PARTE = 'Su actividad';

/** A start may be announced: house rule, up to thirty days ahead. */
const limites = (reloj: Reloj) => () => ({
  nombre: 'La fecha de inicio',
  desde: fecha('1930-01-01'),
  hasta: sumarDias(fechaEnBogota(reloj.ahora()), 30),
});

/** The year whose rules say what follows from an activity. */
export const anioDeHoy = (reloj: Reloj) => () => anioDe(reloj.hoy());

/** The main activity and since when (boxes 46 and 47). */
export const actividadPrincipal = (reloj: Reloj) =>
  guion<object>()
    .parte(PARTE)
    .paso(
      'actividad',
      { nombre: 'Actividad principal', pregunta: '¿A qué se dedica?' },
      actividad({
        anio: anioDeHoy(reloj),
        ejemplos: ['5613', '4711', '4631', '8621', '0010', '6201'].map((codigo) => ({ actividad: codigo })),
      }),
    )
    .paso(
      'inicio-actividad',
      { nombre: 'Inicio de la actividad', pregunta: '¿Desde cuándo se dedica a eso?' },
      dia({
        etiqueta: 'Fecha de inicio',
        ayuda: 'Por ejemplo, 15 1 2026. Si no la recuerda exacta, escriba la más cercana.',
        limites: limites(reloj),
        rotulo: 'Desde',
      }),
    );

type ConPrincipal = { actividad: string };

/**
 * The second activity, if there is one, and since when (boxes 48 and 49).
 * @param principalDe the main activity that it must differ from
 */
export const actividadSecundaria = <H extends object = object>(
  reloj: Reloj,
  principalDe: (d: Datos<ConPrincipal, H>) => string | undefined = (d) => d.respuestas.actividad,
) =>
  guion<H, ConPrincipal>()
    .parte(PARTE)
    .paso(
      'otra-actividad',
      { nombre: 'Otra actividad', pregunta: '¿Tiene otra actividad que también le da ingresos?' },
      siONo({
        campo: 'tiene',
        ayuda:
          'La principal es la que más ingresos le da. Si tiene más de dos, las demás se agregan después al actualizar el RUT.',
        falta: 'Diga si tiene otra actividad.',
        rotulo: false,
      }),
    )
    .paso(
      'actividad-secundaria',
      {
        nombre: 'Actividad secundaria',
        pregunta: '¿Cuál es la otra actividad?',
        aplica: (d) => d.respuestas['otra-actividad'] === true,
        admite: (v, d) =>
          v === principalDe(d)
            ? { actividad: 'Esa ya es su actividad principal. Elija otra, o diga que no tiene.' }
            : undefined,
      },
      actividad({ anio: anioDeHoy(reloj), ejemplos: [{ actividad: '9609' }] }),
    )
    .paso(
      'inicio-secundaria',
      {
        nombre: 'Inicio de la segunda',
        pregunta: '¿Desde cuándo tiene esa otra actividad?',
        aplica: (d) => d.respuestas['otra-actividad'] === true,
      },
      dia({
        etiqueta: 'Fecha de inicio',
        ayuda: 'Por ejemplo, 15 1 2026',
        limites: limites(reloj),
        rotulo: 'Secundaria desde',
      }),
    );

/** How many establishments (box 52). */
export const establecimientos = guion<object>()
  .parte(PARTE)
  .paso(
    'establecimientos',
    { nombre: 'Locales', pregunta: '¿Cuántos locales, oficinas o sedes tiene para su actividad?' },
    cuantos({
      etiqueta: 'Número de locales',
      ayuda: 'Si trabaja desde su casa, en la calle o para otra persona, escriba 0.',
      mensaje: 'Escriba un número entre 0 y 999. Si no tiene local, escriba 0.',
      ejemplos: [{ cuantos: '0' }, { cuantos: '2' }],
    }),
  );

/** Activities and since when (boxes 46 to 49), and establishments (box 52). */
export const actividades = (reloj: Reloj) =>
  guion<object>().con(actividadPrincipal(reloj)).con(actividadSecundaria(reloj)).con(establecimientos);

export type RespuestasActividad = RespuestasDe<ReturnType<typeof actividades>>;
