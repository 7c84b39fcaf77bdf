import type { FilaPresentada } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';

/** The answers of a journey and what the office established, as far as somebody reads them. */
export interface Leible<R extends object, H extends object> {
  respuestas: Partial<R>;
  hechos: Partial<H>;
}

/**
 * One thing that a person declares. `R`, the answers it is read from; `J`, what is stored and signed, as JSON; `H`, the
 * facts it is read from where it is none of theirs.
 */
interface Dato<R extends object, J, H extends object = object> {
  esquema: z.ZodType<J>;
  /** Undefined while it was not asked: it is then neither stored nor signed. */
  leer: (d: Leible<R, H>) => J | undefined;
  /** Its rows in what is signed, in the acuse and at the desk. */
  filas: (dicho: J) => readonly FilaPresentada[];
  /** It is always there. */
  siempre?: true;
}

interface DatoFijo<R extends object, J, H extends object> extends Dato<R, J, H> {
  siempre: true;
}

/** Data of any kind, by the name under which each is stored. */
type Campos = Readonly<
  Record<
    string,
    {
      esquema: z.ZodType;
      leer: (d: never) => unknown;
      filas: (dicho: never) => readonly FilaPresentada[];
      siempre?: true;
    }
  >
>;

/** Every key, with all that each asks for at once. */
type Juntos<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never;
type RDe<D> = D extends { leer: (d: Leible<infer R, infer H>) => unknown }
  ? H extends object
    ? R
    : never
  : never;
type HDe<D> = D extends { leer: (d: Leible<infer R, infer H>) => unknown }
  ? R extends object
    ? H
    : never
  : never;
type JDe<D> = D extends { esquema: z.ZodType<infer J> } ? J : never;
type Fijos<C> = { [K in keyof C]: C[K] extends { siempre: true } ? K : never }[keyof C];
type Plano<T> = { [K in keyof T]: T[K] };

/** What a ficha stores and signs. */
type Declarado<C> = Plano<{ [K in Fijos<C>]: JDe<C[K]> } & { [K in Exclude<keyof C, Fijos<C>>]?: JDe<C[K]> }>;

export interface Ficha<S, R extends object, H extends object> {
  esquema: z.ZodType<S>;
  /** What has been answered until now, as it would be signed. */
  leer: (d: Leible<R, H>) => S;
  /** All rows, or those of some of its data, in the order of the declaration; what was not asked has none. */
  filas: (s: S, cuales?: readonly (keyof S)[]) => FilaPresentada[];
}

export type SolicitudDe<F> = F extends { esquema: z.ZodType<infer S> } ? S : never;
/** The draft as far as a ficha reads it: what its conditions may be asked about. */
export type LeibleDe<F> = F extends { leer: (d: infer L) => unknown } ? L : never;

/** What is declared, told once: from here come its schema, its reading from the answers and its rows. */
export function ficha<C extends Campos>(
  campos: C,
): Ficha<Declarado<C>, Juntos<RDe<C[keyof C]>> & object, Juntos<HDe<C[keyof C]>> & object> {
  type S = Declarado<C>;
  const lista = Object.entries(campos) as unknown as [keyof S & string, Dato<object, unknown>][];
  const forma = lista.map(([k, d]) => [k, d.siempre ? d.esquema : d.esquema.optional()]);
  return {
    esquema: z.object(Object.fromEntries(forma) as z.ZodRawShape) as unknown as z.ZodType<S>,
    leer: (d) => definidos(Object.fromEntries(lista.map(([k, dato]) => [k, dato.leer(d)]))) as S,
    filas: (s, cuales) =>
      lista
        .filter(([k]) => !cuales || cuales.includes(k))
        .flatMap(([k, dato]) => (s[k] === undefined ? [] : dato.filas(s[k]))),
  };
}

const DIA = z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v));

/** A datum that is the answer of one question. */
const respondido =
  <V, J>(esquema: z.ZodType<J>, guardar: (v: V) => J, decir: (j: J) => string) =>
  <N extends string>(slug: N, clave: string): Dato<Record<N, V>, J> => ({
    esquema,
    leer: ({ respuestas }) => {
      const v = respuestas[slug];
      return v === undefined ? undefined : guardar(v);
    },
    filas: (j) => [{ clave, valor: decir(j) }],
  });

const igual = <T>(v: T): T => v;

/** The kinds of data. `slug`: the question; `clave`: how the document calls it. */
export const dato = {
  siONo: respondido(z.boolean(), igual<boolean>, (v) => (v ? 'Sí' : 'No')),
  dia: respondido(DIA, igual<Fecha>, (v) => formatearFecha(v)),
  /** Whole pesos: a JSON integer. */
  pesos: respondido(
    z.int().min(0),
    (v: bigint) => Number(v),
    (v) => formatearPesos(BigInt(v)),
  ),
  cuantos: respondido(z.int().min(0), igual<number>, String),
  texto: respondido(z.string(), igual<string>, igual<string>),
  /** One of a closed list, with the name of each. */
  opcion: <N extends string, T extends string>(
    slug: N,
    clave: string,
    nombres: Readonly<Record<T, string>>,
  ): Dato<Record<N, T>, T> =>
    respondido(
      z.enum(Object.keys(nombres) as [T, ...T[]]) as unknown as z.ZodType<T>,
      igual<T>,
      (v) => nombres[v],
    )(slug, clave),
  /** What the office knew when the draft was opened; it has no row unless it says so. */
  hecho: <J, H extends object>(
    esquema: z.ZodType<J>,
    leer: (hechos: Partial<H>) => J,
    filas: (j: J) => readonly FilaPresentada[] = () => [],
  ): DatoFijo<object, J, H> => ({ esquema, leer: (d) => leer(d.hechos), filas, siempre: true }),
  /** Another ficha inside. */
  ficha: <S, R extends object, H extends object>(de: Ficha<S, R, H>): DatoFijo<R, S, H> => ({
    esquema: de.esquema,
    leer: de.leer,
    filas: (s) => de.filas(s),
    siempre: true,
  }),
  /** Others, one after the other, of the same kind. */
  cadaUna: <S, R extends object, H extends object>(de: readonly Ficha<S, R, H>[]): DatoFijo<R, S[], H> => ({
    esquema: z.array(de[0]?.esquema ?? z.never()),
    leer: (d) => de.map((f) => f.leer(d)),
    filas: (todas) => todas.flatMap((s, i) => de[i]?.filas(s) ?? []),
    siempre: true,
  }),
  /** Data that are there together or not at all. */
  todosOninguno: <C extends Campos>(campos: C) => {
    const f = ficha(campos);
    type S = Required<Declarado<C>>;
    return {
      esquema: z.object(
        Object.fromEntries(Object.entries(campos).map(([k, d]) => [k, d.esquema])),
      ) as unknown as z.ZodType<S>,
      leer: (d: LeibleDe<typeof f>) => {
        const s = f.leer(d);
        return Object.keys(campos).every((k) => k in (s as object)) ? (s as unknown as S) : undefined;
      },
      filas: (s: S) => f.filas(s),
    };
  },
  /** A text that may be left empty: it is then not there. */
  textoQuizas: <N extends string>(
    slug: N,
    clave: string,
    decir: (texto: string) => string = igual,
  ): Dato<Record<N, string>, string> => ({
    esquema: z.string(),
    leer: ({ respuestas }) => respuestas[slug] || undefined,
    filas: (j) => [{ clave, valor: decir(j) }],
  }),
  /** One whose question is always asked. */
  siempre: <R extends object, J, H extends object>(d: Dato<R, J, H>): DatoFijo<R, J, H> => ({
    ...d,
    siempre: true,
  }),
  /** One that none of these is. */
  propio: <R extends object, J, H extends object = object>(d: Dato<R, J, H>): Dato<R, J, H> => d,
};
