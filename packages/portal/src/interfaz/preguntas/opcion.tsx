import { z } from 'zod';
import type { VNode } from 'preact';
import { linea } from '../../plataforma/index.ts';
import { Radios } from '../componentes/index.ts';
import { Selector } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

/** One of the answers that are offered. */
export interface OpcionDe<T extends string> {
  valor: T;
  texto: string;
  ayuda?: string | VNode;
  sinonimos?: string;
}

/** Names by value, in the order in which they are offered. */
type Nombres<T extends string> = Readonly<Record<T, string>>;

/** What may be chosen. */
export interface Ofrecido<T extends string, D> {
  /** All that there is: names by value or a list, which programs are told; or a function, when only the moment says it. */
  de: Nombres<T> | readonly OpcionDe<T>[] | ((d: D) => readonly OpcionDe<T>[]);
  /** Of all that there is, what is offered at this moment: by value, or with the words that it has now. */
  entre?: (d: D) => readonly (T | OpcionDe<T>)[];
}

const enLista = <T extends string>(de: Nombres<T> | readonly OpcionDe<T>[]): readonly OpcionDe<T>[] =>
  Array.isArray(de)
    ? (de as readonly OpcionDe<T>[])
    : (Object.entries(de) as [T, string][]).map(([valor, texto]) => ({ valor, texto }));

/**
 * @returns every value that there is, unless only the moment says it, and what is offered then
 * @throws Error when a value is there twice: who chooses one would have chosen both
 */
export function ofrecer<T extends string, D>({ de, entre }: Ofrecido<T, D>) {
  if (typeof de === 'function') return { universo: undefined, ofrecidas: de };
  const todas = enLista(de);
  const universo = todas.map((x) => x.valor) as [T, ...T[]];
  const repetido = universo.find((v, i) => universo.indexOf(v) !== i);
  if (repetido !== undefined) throw new Error(`The option "${repetido}" is there twice`);
  return {
    universo,
    ofrecidas: (d: D) => {
      const deHoy = entre?.(d);
      if (!deHoy) return todas;
      const hoy = new Map(deHoy.map((x) => (typeof x === 'string' ? [x, undefined] : [x.valor, x])));
      return todas.flatMap((x) => (hoy.has(x.valor) ? [hoy.get(x.valor) ?? x] : []));
    },
  };
}

interface OpcionesDeOpcion<T extends string, D> extends Comun<T, D>, Ofrecido<T, D> {
  /** To whoever chose none. */
  falta: string;
  /** To whoever chose one that is not offered now. */
  noEsta?: string;
  /** A list that is not read whole: a select. */
  desplegable?: boolean;
  /** A long list: a select, with search. */
  conBusqueda?: boolean;
}

/** One answer among those that are offered. */
export function opcion<const T extends string, D = unknown>(o: OpcionesDeOpcion<T, D>): Pregunta<T, D> {
  const { universo, ofrecidas } = ofrecer(o);
  const noEsta = o.noEsta ?? o.falta;
  return deUnCampo<T, D>(o, {
    campo: 'opcion',
    esquema: universo
      ? z.enum(universo, { error: ({ input }) => (input === undefined || input === '' ? o.falta : noEsta) })
      : (linea.refine((v) => v !== '', { error: o.falta }) as unknown as z.ZodType<T, unknown>),
    admite: (v, d, campo) => (ofrecidas(d).some((x) => x.valor === v) ? undefined : { [campo]: noEsta }),
    control: (p, c) => {
      const opciones = ofrecidas(c.datos);
      return o.conBusqueda || o.desplegable ? (
        <Selector {...p} {...(o.conBusqueda && { conBusqueda: true })} opciones={opciones} />
      ) : (
        <Radios {...p} opciones={opciones} />
      );
    },
    decir: (v, d) => ofrecidas(d).find((x) => x.valor === v)?.texto ?? v,
    escribir: (v) => v,
    ejemplos: (d) => ofrecidas(d).map((x) => x.valor),
    erroneos: [''],
  });
}
