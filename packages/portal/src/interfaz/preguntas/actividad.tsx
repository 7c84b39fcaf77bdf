import { actividad as deCodigo, buscarActividades, seConfundeCon } from '@autogestion/normas/actividades';
import { z } from 'zod';
import { linea as renglon, type Formulario } from '../../plataforma/index.ts';
import type { camposDe } from '../campos.ts';
import { Boton, CampoTexto, Radios } from '../componentes/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import { compararActividades, Salvedades } from './comparar-actividades.tsx';
import { linea, queja, type Comun, type Pregunta } from './pregunta.ts';

/** Cards that are compared at once on a phone. */
const MAXIMO_RESULTADOS = 6;
const MAXIMO_BUSQUEDA = 200;
const FALTA = 'Escriba a qué se dedica con al menos una palabra, por ejemplo «arepas».';

/** As people call it, with the code that the form carries. */
export const nombreActividad = (codigo: string): string =>
  `${deCodigo(codigo)?.titulo ?? 'Actividad'} (código ${codigo})`;

/** Whatever was written to search with, as it is searched. */
const buscado = (escrito: Formulario['']): string =>
  renglon.parse([escrito ?? ''].flat()[0]).slice(0, MAXIMO_BUSQUEDA);

/** The button beside the words: there must be some. */
export const buscar = (escrito: Formulario) =>
  buscado(escrito.buscar ?? '') === '' ? { buscar: FALTA } : undefined;

/** Codes that words find, the likeliest first, and then those that it is taken for. */
export const actividadesHalladas = (palabras: string): string[] => {
  const halladas = buscarActividades(buscado(palabras), MAXIMO_RESULTADOS).map((r) => r.codigo);
  const vecinas = seConfundeCon(halladas[0] ?? '');
  return [...new Set([...halladas, ...vecinas])].slice(0, MAXIMO_RESULTADOS);
};

/** What was chosen before stays in the list, also when the words found something else or nothing. */
function tituloDeOpciones(halladas: number, total: number): string {
  if (halladas === 0) return 'La actividad que eligió antes';
  return total === 1 ? 'Encontramos una actividad' : `Elija su actividad entre estas ${total}`;
}

/** Search in plain words and choice among what was found; the same page with and without script. */
function Busqueda({ campo, anio }: { campo: ReturnType<typeof camposDe>; anio: number }) {
  const palabras = campo.texto('buscar');
  const elegida = campo.texto('actividad');
  const halladas = actividadesHalladas(palabras.valor);
  const previa = deCodigo(elegida.valor)?.codigo;
  const codigos = previa && !halladas.includes(previa) ? [previa, ...halladas] : halladas;
  const { opciones, pregunta, salvedades } = compararActividades(codigos, anio);
  return (
    <>
      <CampoTexto
        {...palabras}
        etiqueta="Su actividad, en sus palabras"
        ayuda="Buscamos el código que le corresponde (CIIU). Por ejemplo: «vendo arepas», «conduzco un taxi»."
        tipo="search"
        autocompletar="off"
      />
      <Boton variante="secundario" nombre="_accion" valor="buscar">
        Buscar
      </Boton>
      {buscado(palabras.valor) !== '' && halladas.length === 0 ? (
        <p class="govuk-inset-text">
          No encontramos actividades con esas palabras. Pruebe con lo que vende o hace, en una o dos palabras:
          «ropa», «taxi», «clases».
        </p>
      ) : null}
      {codigos.length > 0 ? (
        <>
          <Radios
            {...elegida}
            etiqueta={tituloDeOpciones(halladas.length, codigos.length)}
            ayuda={pregunta}
            opciones={opciones}
            enTarjetas
          />
          <Salvedades de={salvedades} />
        </>
      ) : null}
    </>
  );
}

export interface ConAnio {
  /** Year whose rules say what follows from each activity. */
  anio: () => number;
}

/** An economic activity: its class of the CIIU, found with one's own words. The words are kept with the answer. */
export const actividad = <D,>(
  o: Omit<Comun<string, D>, 'campo' | 'etiqueta' | 'ayuda' | 'hoy'> & ConAnio,
): Pregunta<string, D> => ({
  esquema: z.object({ buscar: renglon, actividad: renglon }).transform((v, ctx): string => {
    if (deCodigo(v.actividad)) return v.actividad;
    return v.buscar === ''
      ? queja(ctx, 'buscar', FALTA)
      : queja(ctx, 'actividad', 'Elija una de las actividades de la lista, o busque con otras palabras.');
  }),
  pagina: (c) => conPalabras(o, c, <Busqueda campo={c.campo} anio={o.anio()} />),
  acciones: { buscar },
  resumen: linea(o, nombreActividad),
  ejemplos: o.ejemplos ?? [{ actividad: '5613' }],
  erroneos: [
    { escrito: {}, campo: 'buscar' },
    { escrito: { buscar: 'arepas', actividad: '0000' }, campo: 'actividad' },
  ],
});
