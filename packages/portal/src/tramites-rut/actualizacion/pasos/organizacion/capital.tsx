import { capitalCuadra, porcentajeEscrito, type ComposicionDelCapital } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoTexto } from '../../../../interfaz/index.ts';
import type { Paso } from '../../../../interfaz/recorrido/index.ts';
import { conLoDeHoy, PORCENTAJE } from '../../campos.ts';
import { cambia, hechosDe, paso, type Hechos, type Respuestas } from '../../tipos.ts';

const PARTES: Readonly<Record<keyof ComposicionDelCapital, string>> = {
  nacionalPublico: 'Nacional público',
  nacionalPrivado: 'Nacional privado',
  extranjeroPublico: 'Extranjero público',
  extranjeroPrivado: 'Extranjero privado',
};
const NOMBRES = Object.entries(PARTES) as [keyof ComposicionDelCapital, string][];

const ESQUEMA = z
  .object({
    nacionalPublico: PORCENTAJE,
    nacionalPrivado: PORCENTAJE,
    extranjeroPublico: PORCENTAJE,
    extranjeroPrivado: PORCENTAJE,
  })
  .superRefine((v, ctx) => {
    if (capitalCuadra(v)) return;
    const suma = Object.values(v).reduce((a, b) => a + b, 0);
    ctx.addIssue({
      code: 'custom',
      message: `Las cuatro partes deben sumar 100 %, y suman ${porcentajeEscrito(suma)} %.`,
      path: ['nacionalPublico'],
    });
  });

/** Boxes 82 to 87: four parts of the whole are asked, and the two sums follow. */
export function pasosCapital(): Paso<Respuestas, Hechos>[] {
  return [
    paso<'capital'>({
      slug: 'capital',
      parte: 'Capital',
      nombre: 'Composición del capital',
      pregunta: '¿De quién es el capital?',
      aplica: cambia('capital'),
      esquema: ESQUEMA,
      pagina: (c) => {
        const hoy = hechosDe(c.datos).registro.organizacion?.capital;
        return (
          <>
            <p class="govuk-body">
              Escriba qué porcentaje de todo el capital es de cada uno. Entre los cuatro suman 100; donde no
              haya, escriba 0.
            </p>
            {NOMBRES.map(([parte, nombre]) => (
              <CampoTexto
                {...conLoDeHoy(c, parte, hoy && porcentajeEscrito(hoy[parte]))}
                etiqueta={`${nombre}, en porcentaje`}
                teclado="decimal"
                ancho={10}
              />
            ))}
          </>
        );
      },
      resumen: (v) =>
        NOMBRES.map(([parte, nombre]) => ({ clave: nombre, valor: `${porcentajeEscrito(v[parte])} %` })),
      ejemplos: [
        {
          escrito: {
            nacionalPublico: '0',
            nacionalPrivado: '66,67',
            extranjeroPublico: '0',
            extranjeroPrivado: '33,33 %',
          },
        },
      ],
    }),
  ];
}
