import type { Falla } from '../../resultado/index.ts';

/** A JSON Schema (draft 2020-12), as plain data. */
export type Esquema = Readonly<Record<string, unknown>>;

export type CodigoDeEntrada =
  | 'forma'
  | 'casilla-desconocida'
  | 'casilla-calculada'
  | 'hecho-desconocido'
  | 'anexo-desconocido'
  | 'columna-desconocida'
  | 'codigo-desconocido'
  | 'dato-repetido'
  | 'si-no'
  | 'filas'
  | 'vacio'
  | 'caracteres'
  | 'negativo'
  | 'decimales'
  | 'puntos'
  | 'largo'
  | 'marca'
  | 'tarifa'
  | 'texto'
  | 'nit'
  | 'dv';

/** One fault: the box (or `hechos.dependientes`, `municipios.2.ingresos`) it is in, and what to write instead. */
export type Falta = Falla<CodigoDeEntrada, { casilla: string }>;

/**
 * Reads a fact made of several data (a list of people, an object with its amounts). Each of them is read, or refused by
 * its name; what the fact does not have is refused too, so that nothing that was said is passed over.
 */
export interface Lector<T> {
  /** What it takes, as JSON Schema. */
  readonly esquema: Esquema;
  /**
   * @param donde `hechos.dependientes.2.edad`.
   * @returns undefined when a fault was noted.
   */
  leer(dato: unknown, donde: string, faltas: Falta[]): T | undefined;
}

/** A fact that is more than one value, and the box that says the same. */
export interface Compuesto<T = unknown> {
  nombre: string;
  norma: string;
  ayuda?: string;
  /** The box that it fills: whoever writes both says the same twice. */
  casilla?: string;
  lector: Lector<T>;
}

export type Compuestos = Readonly<Record<string, Compuesto>>;
