import { z } from 'zod';
import type { VNode } from 'preact';
import { linea } from '../../plataforma/index.ts';
import { Radios } from '../componentes/index.ts';
import { Selector } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import { segun, type Comun, type Pregunta, type Segun } from './pregunta.ts';

/** One of the answers that are offered. */
export interface OpcionDe<T extends string> {
  valor: T;
  texto: string;
  ayuda?: string | VNode;
  sinonimos?: string;
}

/** Names by value, in the order in which they are offered. */
type Nombres<T extends string> = Readonly<Record<T, string>>;

interface OpcionesDeOpcion<T extends string, D> extends Comun<T, D> {
  /** What may be chosen: names by value, a list, or those of this moment. */
  de: Nombres<T> | readonly OpcionDe<T>[] | ((d: D) => readonly OpcionDe<T>[]);
  /** To whoever chose none. */
  falta: string;
  /** To whoever chose one that is not offered now. */
  noEsta?: string;
  /** A list that is not read whole: a select. */
  desplegable?: boolean;
  /** A long list: a select, with search. */
  conBusqueda?: boolean;
}

const enLista = <T extends string>(de: Nombres<T> | readonly OpcionDe<T>[]): readonly OpcionDe<T>[] =>
  Array.isArray(de)
    ? (de as readonly OpcionDe<T>[])
    : (Object.entries(de) as [T, string][]).map(([valor, texto]) => ({ valor, texto }));

/** One answer among those that are offered. */
export function opcion<const T extends string, D = unknown>(o: OpcionesDeOpcion<T, D>): Pregunta<T, D> {
  const { de } = o;
  const ofrecidas: Segun<readonly OpcionDe<T>[], D> = typeof de === 'function' ? de : enLista(de);
  const deHoy = (d: D) => segun<readonly OpcionDe<T>[], D>(ofrecidas, d);
  const noEsta = o.noEsta ?? o.falta;
  return deUnCampo<T, D>(o, {
    campo: 'opcion',
    esquema:
      typeof ofrecidas === 'function'
        ? (linea.refine((v) => v !== '', { error: o.falta }) as unknown as z.ZodType<T, unknown>)
        : z.enum(ofrecidas.map((x) => x.valor) as [T, ...T[]], { error: o.falta }),
    ...(typeof ofrecidas === 'function' && {
      admite: (v: T, d: D, campo: string) =>
        deHoy(d).some((x) => x.valor === v) ? undefined : { [campo]: noEsta },
    }),
    control: (p, c) => {
      const opciones = deHoy(c.datos);
      return o.conBusqueda || o.desplegable ? (
        <Selector {...p} {...(o.conBusqueda && { conBusqueda: true })} opciones={opciones} />
      ) : (
        <Radios {...p} opciones={opciones} />
      );
    },
    decir: (v, d) => deHoy(d).find((x) => x.valor === v)?.texto ?? v,
    escribir: (v) => v,
    ejemplos: (d) => deHoy(d).map((x) => x.valor),
    erroneos: [''],
  });
}
