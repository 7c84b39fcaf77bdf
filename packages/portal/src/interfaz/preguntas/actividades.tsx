import { actividad as deCodigo } from '@autogestion/normas/actividades';
import { z } from 'zod';
import { linea as renglon, type Formulario } from '../../plataforma/index.ts';
import { Boton, CampoTexto, Casillas } from '../componentes/index.ts';
import { actividadesHalladas, buscar, nombreActividad, type ConAnio } from './actividad.tsx';
import { compararActividades, Salvedades } from './comparar-actividades.tsx';
import { conPalabras } from './de-un-campo.tsx';
import { conLoDeHoy, linea, queja, etiquetaYAyuda, type Comun, type Pregunta } from './pregunta.ts';
import { marcadas } from './varias.tsx';

const CAMPO = 'actividades';
/** It is sent with every page, also when no box is ticked. */
const PALABRAS = 'buscar';

interface OpcionesDeActividades<D> extends Omit<Comun<string[], D>, 'campo'>, ConAnio {
  maximo: number;
  /** To whoever ticks more. */
  sobran: string;
  /** To whoever has none and has not searched. */
  vacia: string;
}

/** Several economic activities, or none: what was chosen stays among what the words find. */
export const actividades = <D,>(o: OpcionesDeActividades<D>): Pregunta<string[], D> => ({
  esquema: z.object({ [PALABRAS]: renglon, [CAMPO]: marcadas }).transform((v, ctx): string[] => {
    const elegidas = v[CAMPO];
    if (!elegidas.every((codigo) => deCodigo(codigo)))
      return queja(ctx, CAMPO, 'Elija las actividades de la lista.');
    return elegidas.length > o.maximo ? queja(ctx, CAMPO, o.sobran) : elegidas;
  }),
  pagina(sin) {
    const c = conLoDeHoy(sin, o, (v): Formulario => ({ [CAMPO]: v }), PALABRAS);
    const [palabras, elegidas] = [c.campo.texto(PALABRAS), c.campo.varios(CAMPO)];
    const codigos = new Set([...elegidas.valor, ...actividadesHalladas(palabras.valor)]);
    const { opciones, salvedades } = compararActividades(
      [...codigos].filter((codigo) => deCodigo(codigo)),
      o.anio(),
    );
    return conPalabras(
      o,
      c,
      <>
        <CampoTexto
          {...palabras}
          etiqueta="Busque una actividad, en sus palabras"
          tipo="search"
          autocompletar="off"
          opcional
        />
        <Boton variante="secundario" nombre="_accion" valor="buscar">
          Buscar
        </Boton>
        {opciones.length > 0 ? (
          <>
            <Casillas {...elegidas} {...etiquetaYAyuda(o, c)} opciones={opciones} enTarjetas />
            <Salvedades de={salvedades} />
          </>
        ) : (
          <p class="govuk-inset-text">
            {renglon.parse(palabras.valor) === ''
              ? o.vacia
              : 'No encontramos actividades con esas palabras. Pruebe con otras.'}
          </p>
        )}
      </>,
    );
  },
  acciones: { buscar },
  resumen: linea(o, (v) => v.map(nombreActividad).join('; ') || 'Ninguna'),
  ejemplos: o.ejemplos ?? [{ [PALABRAS]: '', [CAMPO]: ['9609', '4921'] }],
  erroneos: [{ escrito: { [CAMPO]: ['9609', '0000'] }, campo: CAMPO }],
});
