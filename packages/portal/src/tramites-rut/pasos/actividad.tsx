import { actividad, buscarActividades } from '@autogestion/normas/actividades';
import { fecha, fechaEnBogota, formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { Boton, CampoFecha, CampoTexto, Radios } from '../../interfaz/index.ts';
import { pasosDe, type ContextoPagina, type Datos, type Paso } from '../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { campoFecha, linea, siONo } from '../inscripcion/campos.ts';

export type RespuestasActividad = {
  actividad: { actividad: string };
  'inicio-actividad': { fecha: Fecha };
  'otra-actividad': { tiene: 'si' | 'no' };
  'actividad-secundaria': { actividad: string };
  'inicio-secundaria': { fecha: Fecha };
  establecimientos: { cuantos: number };
};

type DatosActividad = Datos<RespuestasActividad, object>;
const paso = pasosDe<RespuestasActividad, object>();

const MAXIMO_RESULTADOS = 8;
const MAXIMO_BUSQUEDA = 200;

export const ACTIVIDAD = z.object({ buscar: linea, actividad: linea }).transform((v, ctx) => {
  if (actividad(v.actividad)) return { actividad: v.actividad };
  ctx.addIssue(
    v.buscar === ''
      ? {
          code: 'custom',
          path: ['buscar'],
          message: 'Escriba a qué se dedica con al menos una palabra, por ejemplo «arepas».',
        }
      : {
          code: 'custom',
          path: ['actividad'],
          message: 'Elija una de las actividades de la lista, o busque con otras palabras.',
        },
  );
  return z.NEVER;
});

type Contexto = Pick<ContextoPagina<object, object>, 'campo'>;

const PARTE = 'Su actividad';

/** Search in plain words and choice among what was found; the same page with and without script. */
export function paginaBusqueda(c: Contexto) {
  const buscado = c.campo.texto('buscar');
  const elegida = c.campo.texto('actividad');
  const texto = linea.parse(buscado.valor).slice(0, MAXIMO_BUSQUEDA);
  const resultados = texto === '' ? [] : buscarActividades(texto, MAXIMO_RESULTADOS);
  const previa = actividad(elegida.valor);
  const opciones = resultados.map((r) => ({ codigo: r.codigo, nombre: r.nombre }));
  if (previa && !opciones.some((o) => o.codigo === previa.codigo))
    opciones.unshift({ codigo: previa.codigo, nombre: previa.nombre });
  return (
    <>
      <CampoTexto
        {...buscado}
        etiqueta="Su actividad, en sus palabras"
        ayuda="Buscamos el código que le corresponde (CIIU). Por ejemplo: «vendo arepas», «conduzco un taxi»."
        tipo="search"
        autocompletar="off"
      />
      <Boton variante="secundario" nombre="_accion" valor="buscar">
        Buscar
      </Boton>
      {texto !== '' && resultados.length === 0 ? (
        <p class="govuk-inset-text">
          No encontramos actividades con esas palabras. Pruebe con lo que vende o hace, en una o dos palabras:
          «ropa», «taxi», «clases».
        </p>
      ) : null}
      {opciones.length > 0 ? (
        <Radios
          {...elegida}
          etiqueta={tituloDeOpciones(resultados.length, opciones.length)}
          opciones={opciones.map((o) => ({ valor: o.codigo, texto: o.nombre, ayuda: `Código ${o.codigo}` }))}
        />
      ) : null}
    </>
  );
}

/** What was chosen before stays in the list, also when the words found something else or nothing. */
function tituloDeOpciones(halladas: number, total: number): string {
  if (halladas === 0) return 'La actividad que eligió antes';
  return total === 1 ? 'Encontramos una actividad' : `Elija su actividad entre estas ${total}`;
}

export const acciones = {
  buscar: async (_: unknown, escrito: Record<string, string | string[]>) =>
    linea.parse([escrito.buscar ?? ''].flat()[0]) === ''
      ? { campos: { buscar: 'Escriba a qué se dedica con al menos una palabra, por ejemplo «arepas».' } }
      : {},
};

export const nombreActividad = (codigo: string) => `${codigo} · ${actividad(codigo)?.nombre ?? ''}`;

/** A start may be announced: house rule, up to thirty days ahead. */
const limites = (reloj: Reloj) => {
  const hoy = fechaEnBogota(reloj.ahora());
  return { nombre: 'La fecha de inicio', desde: fecha('1930-01-01'), hasta: sumarDias(hoy, 30) };
};

const haySegunda = (d: DatosActividad) => d.respuestas['otra-actividad']?.tiene === 'si';
const FECHA = { 'fecha-dia': '15', 'fecha-mes': 'enero', 'fecha-anio': '2026' };

/**
 * Activities and since when (boxes 46 to 49), and establishments (box 52).
 * @param principalDe the main activity that the second one must differ from
 */
export function pasosActividad(
  reloj: Reloj,
  principalDe = (d: DatosActividad) => d.respuestas.actividad?.actividad,
): Paso<RespuestasActividad, object>[] {
  return [
    paso<'actividad'>({
      slug: 'actividad',
      parte: PARTE,
      nombre: 'Actividad principal',
      pregunta: '¿A qué se dedica?',
      esquema: ACTIVIDAD,
      pagina: paginaBusqueda,
      acciones,
      resumen: (v) => [{ clave: 'Actividad principal', valor: nombreActividad(v.actividad) }],
      ejemplos: ['5613', '4711', '4631', '8621', '0010', '6201'].map((codigo) => ({
        escrito: { actividad: codigo },
      })),
    }),
    paso<'inicio-actividad'>({
      slug: 'inicio-actividad',
      parte: PARTE,
      nombre: 'Inicio de la actividad',
      pregunta: '¿Desde cuándo se dedica a eso?',
      esquema: campoFecha(() => limites(reloj)),
      pagina: (c) => (
        <CampoFecha
          {...c.campo.fecha('fecha')}
          etiqueta="Fecha de inicio"
          ayuda="Por ejemplo, 15 1 2026. Si no la recuerda exacta, escriba la más cercana."
        />
      ),
      resumen: (v) => [{ clave: 'Desde', valor: formatearFecha(v.fecha) }],
      ejemplos: [{ escrito: FECHA }],
    }),
    paso<'otra-actividad'>({
      slug: 'otra-actividad',
      parte: PARTE,
      nombre: 'Otra actividad',
      pregunta: '¿Tiene otra actividad que también le da ingresos?',
      esquema: z.object({ tiene: siONo('Diga si tiene otra actividad.') }),
      pagina: (c) => (
        <Radios
          {...c.campo.texto('tiene')}
          etiqueta="Otra actividad"
          ayuda="La principal es la que más ingresos le da. Si tiene más de dos, las demás se agregan después al actualizar el RUT."
          opciones={[
            { valor: 'si', texto: 'Sí' },
            { valor: 'no', texto: 'No' },
          ]}
        />
      ),
      ejemplos: [{ escrito: { tiene: 'no' } }, { escrito: { tiene: 'si' } }],
    }),
    paso<'actividad-secundaria'>({
      slug: 'actividad-secundaria',
      parte: PARTE,
      nombre: 'Actividad secundaria',
      pregunta: '¿Cuál es la otra actividad?',
      aplica: haySegunda,
      esquema: ACTIVIDAD,
      cumplido: (d) => d.respuestas['actividad-secundaria']?.actividad !== principalDe(d),
      pagina: paginaBusqueda,
      acciones,
      resumen: (v) => [{ clave: 'Actividad secundaria', valor: nombreActividad(v.actividad) }],
      alGuardar: async (c, v) =>
        v.actividad === principalDe(c.datos)
          ? {
              tipo: 'rechazado',
              campos: { actividad: 'Esa ya es su actividad principal. Elija otra, o diga que no tiene.' },
            }
          : { tipo: 'guardado' },
      ejemplos: [{ escrito: { actividad: '9609' } }],
    }),
    paso<'inicio-secundaria'>({
      slug: 'inicio-secundaria',
      parte: PARTE,
      nombre: 'Inicio de la segunda',
      pregunta: '¿Desde cuándo tiene esa otra actividad?',
      aplica: haySegunda,
      esquema: campoFecha(() => limites(reloj)),
      pagina: (c) => (
        <CampoFecha {...c.campo.fecha('fecha')} etiqueta="Fecha de inicio" ayuda="Por ejemplo, 15 1 2026" />
      ),
      resumen: (v) => [{ clave: 'Secundaria desde', valor: formatearFecha(v.fecha) }],
      ejemplos: [{ escrito: FECHA }],
    }),
    paso<'establecimientos'>({
      slug: 'establecimientos',
      parte: PARTE,
      nombre: 'Locales',
      pregunta: '¿Cuántos locales, oficinas o sedes tiene para su actividad?',
      esquema: z.object({
        cuantos: linea
          .refine((v) => /^\d{1,3}$/.test(v), {
            error: 'Escriba un número entre 0 y 999. Si no tiene local, escriba 0.',
          })
          .transform(Number),
      }),
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('cuantos')}
          etiqueta="Número de locales"
          ayuda="Si trabaja desde su casa, en la calle o para otra persona, escriba 0."
          teclado="numeric"
          ancho={3}
        />
      ),
      resumen: (v) => [{ clave: 'Locales', valor: String(v.cuantos) }],
      ejemplos: [{ escrito: { cuantos: '0' } }, { escrito: { cuantos: '2' } }],
    }),
  ];
}
