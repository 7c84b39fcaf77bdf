import type { ComponentChildren } from 'preact';

export interface Opcion {
  readonly valor: string;
  readonly texto: ComponentChildren;
  readonly ayuda?: ComponentChildren;
  /** Fields shown under the option while it is chosen; always shown where there is no script. */
  readonly condicional?: ComponentChildren;
}

/** A word between two options, normally «o». */
export interface Divisor {
  readonly divisor: string;
}

export function esDivisor(opcion: Opcion | Divisor): opcion is Divisor {
  return 'divisor' in opcion;
}

/** The first option carries the field's own id, so that the error summary leads to it. */
export function idDeOpcion(id: string, indice: number): string {
  return indice === 0 ? id : `${id}-${indice + 1}`;
}
