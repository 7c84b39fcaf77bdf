/**
 * How a figure came about, from the result down to what the person declared. The sentence goes first and
 * the formula after: who only wants to understand stops at `frase`.
 */
export interface Explicacion {
  /** What the figure is, in plain words: `Sanción por extemporaneidad`. */
  readonly titulo: string;
  /** A `bigint` is pesos. Everything else (months, a date, a rate) comes already written. */
  readonly valor: bigint | string;
  /** `Se toma el menor entre…`: a whole sentence in plain Spanish. */
  readonly frase: string;
  /** The same in symbols, with the values in it: `5 % × 4 × 8.000.000`. */
  readonly formula?: string;
  /** `ET 641`. */
  readonly norma?: string;
  /** Number or stable key of the box that holds the figure. */
  readonly casilla?: string;
  /** What the figure is made of, in the order of the sentence. Empty when it is a datum. */
  readonly partes: readonly Explicacion[];
}

/** A tree whose figure is pesos. */
export type ExplicacionEnPesos = Explicacion & { readonly valor: bigint };
