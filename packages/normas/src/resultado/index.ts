/**
 * The outcome of reading something a person typed: a value, or a code for the program and a sentence
 * in plain Spanish for the person. A wrong entry is an ordinary answer, not an exception.
 */
export type Resultado<T, Codigo extends string, Detalle = unknown> = Bien<T> | Falla<Codigo, Detalle>;

export interface Bien<T> {
  ok: true;
  valor: T;
}

export type Falla<Codigo extends string, Detalle = unknown> = {
  ok: false;
  codigo: Codigo;
  /** Says what happened and what to write instead. */
  mensaje: string;
} & Detalle;

export function bien<T>(valor: T): Bien<T> {
  return { ok: true, valor };
}

export function falla<Codigo extends string>(codigo: Codigo, mensaje: string): Falla<Codigo> {
  return { ok: false, codigo, mensaje };
}
