import { capitalCuadra, porcentajeEscrito, type ComposicionDelCapital } from '@autogestion/normas/rut';
import { juntas, porcentaje } from '../../../../interfaz/preguntas/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../../tipos.ts';
import { falla } from '../hojas/comun.ts';

const parte = (campo: keyof ComposicionDelCapital, nombre: string) => ({
  nombre,
  pregunta: porcentaje<Dicho>({
    campo,
    etiqueta: `${nombre}, en porcentaje`,
    hoy: (d) => hechosDe(d).registro.organizacion?.capital?.[campo],
  }),
});

function noCuadra(v: ComposicionDelCapital): string | undefined {
  if (capitalCuadra(v)) return undefined;
  const suma = v.nacionalPublico + v.nacionalPrivado + v.extranjeroPublico + v.extranjeroPrivado;
  return `Las cuatro partes deben sumar 100 %, y suman ${porcentajeEscrito(suma)} %.`;
}

/** Boxes 82 to 87: four parts of the whole are asked, and the two sums follow. */
export const preguntasCapital = preguntas()
  .parte('Capital', cambia('capital'))
  .paso(
    'capital',
    { nombre: 'Composición del capital', pregunta: '¿De quién es el capital?' },
    juntas<ComposicionDelCapital, Dicho>(
      {
        nacionalPublico: parte('nacionalPublico', 'Nacional público'),
        nacionalPrivado: parte('nacionalPrivado', 'Nacional privado'),
        extranjeroPublico: parte('extranjeroPublico', 'Extranjero público'),
        extranjeroPrivado: parte('extranjeroPrivado', 'Extranjero privado'),
      },
      {
        antes:
          'Escriba qué porcentaje de todo el capital es de cada uno. Entre los cuatro suman 100; donde no haya, escriba 0.',
        admite: (v) => falla('nacionalPublico', noCuadra(v)),
        ejemplos: [
          {
            nacionalPublico: '0',
            nacionalPrivado: '66,67',
            extranjeroPublico: '0',
            extranjeroPrivado: '33,33 %',
          },
        ],
      },
    ),
  );
