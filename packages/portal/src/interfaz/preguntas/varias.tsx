import { z } from 'zod';
import type { Formulario } from '../../plataforma/index.ts';
import { Casillas } from '../componentes/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import { ofrecer, type Ofrecido } from './opcion.tsx';
import { conLoDeHoy, linea, etiquetaYAyuda, segun, type Comun, type Pregunta } from './pregunta.ts';

interface OpcionesDeVarias<T extends string, D> extends Comun<T[], D>, Ofrecido<T, D> {
  /** To whoever ticked none; without it, none is an answer. */
  falta?: string;
  /** To whoever sends one that is not offered. */
  noEsta: string | ((ajena: T) => string);
  /** How the review says that there is none. */
  ninguna?: string;
  separador?: string;
}

/** The boxes that were ticked: none, one or several, each once, in the order of the page. */
const deCasillas = <T extends string>(
  casilla: z.ZodType<T, unknown>,
  error?: (marcadas: unknown) => string,
): z.ZodType<T[], unknown> =>
  z
    .union([casilla, z.array(casilla)], error && { error: ({ input }) => error(input) })
    .default([])
    .transform((v) => [...new Set([v].flat() as T[])].filter((x) => x !== ''));
export const marcadas = deCasillas(z.string());

const TESTIGO = 'visto';

/** Several answers among those that are offered, or none. */
export function varias<T extends string, D = unknown>(o: OpcionesDeVarias<T, D>): Pregunta<T[], D> {
  const campo = o.campo ?? 'opciones';
  const { universo, ofrecidas } = ofrecer(o);
  const casillas = universo
    ? deCasillas(z.enum(universo), (v) =>
        segun<string, T>(o.noEsta, [v].flat().find((x) => !universo.includes(x as T)) as T),
      )
    : (marcadas as unknown as z.ZodType<T[], unknown>);
  const escribir = (v: T[]): Formulario => ({ [campo]: v });
  const { falta } = o;
  return {
    esquema: z
      .object({ [campo]: casillas })
      .transform((v) => v[campo] ?? [])
      .refine((v) => falta === undefined || v.length > 0, { error: falta ?? '', path: [campo] }),
    admite(v, d) {
      const ajena = v.find((x) => !ofrecidas(d).some((y) => y.valor === x));
      return ajena === undefined ? undefined : { [campo]: segun<string, T>(o.noEsta, ajena) };
    },
    pagina(sin) {
      const c = conLoDeHoy(sin, o, escribir, TESTIGO);
      return conPalabras(
        o,
        c,
        <>
          {o.hoy ? <input type="hidden" name={TESTIGO} value="si" /> : null}
          <Casillas {...c.campo.varios(campo)} {...etiquetaYAyuda(o, c)} opciones={ofrecidas(c.datos)} />
        </>,
      );
    },
    resumen: linea(o, (v, d) => {
      const dichas = ofrecidas(d).filter((x) => v.includes(x.valor));
      return dichas.map((x) => x.texto).join(o.separador ?? '; ') || (o.ninguna ?? 'Ninguna');
    }),
    escribir,
    ejemplos:
      o.ejemplos ??
      ((d: D) => [
        {
          [campo]: ofrecidas(d)
            .slice(0, 1)
            .map((x) => x.valor),
        },
      ]),
    erroneos: [
      { escrito: { [campo]: ['no-existe'] }, campo },
      ...(falta === undefined ? [] : [{ escrito: {}, campo }]),
    ],
  };
}

/** The page of a question that is one box. */
const unaCasilla =
  <V, D>(o: Comun<V, D> & { texto: string }, campo: string): Pregunta<V, D>['pagina'] =>
  (c) =>
    conPalabras(
      o,
      c,
      <Casillas
        {...c.campo.varios(campo)}
        {...etiquetaYAyuda(o, c)}
        opciones={[{ valor: 'si', texto: o.texto }]}
      />,
    );

interface OpcionesDeAutorizacion<D> extends Comun<true, D> {
  /** What is said to be true or allowed, beside the box. */
  texto: string;
  falta: string;
}

/** A box that must be ticked to go on. It is never ticked beforehand. */
export function autorizacion<D>(o: OpcionesDeAutorizacion<D>): Pregunta<true, D> {
  const campo = o.campo ?? 'acepta';
  return {
    esquema: z.object({ [campo]: z.enum(['si'], { error: o.falta }) }).transform((): true => true),
    pagina: unaCasilla(o, campo),
    resumen: linea({ ...o, rotulo: o.rotulo ?? false }, () => 'Sí'),
    escribir: () => ({ [campo]: 'si' }),
    ejemplos: [{ [campo]: 'si' }],
    erroneos: [{ escrito: {}, campo }],
  };
}

interface OpcionesDeCasilla<D> extends Omit<Comun<boolean, D>, 'hoy'> {
  /** What is so when it is ticked. */
  texto: string;
}

/** A box that may be ticked or not: true is ticked. */
export function casilla<D>(o: OpcionesDeCasilla<D>): Pregunta<boolean, D> {
  const campo = o.campo ?? 'casilla';
  return {
    esquema: z.object({ [campo]: marcadas }).transform((v) => v[campo]?.includes('si') === true),
    pagina: unaCasilla(o, campo),
    resumen: linea(o, (v) => (v ? 'Sí' : 'No')),
    escribir: (v) => ({ [campo]: v ? ['si'] : [] }),
    ejemplos: [{ [campo]: 'si' }, {}],
    erroneos: [],
  };
}
