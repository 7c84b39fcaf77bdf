import type { FilaDeRegistro } from './fila-de-registro.ts';

/** How many persons whoever delivers sees as they will see themselves. */
const CUANTAS = 20;

/**
 * Some rows of all, each with the same chance, whatever the order of the file (reservoir sampling): always the same ones of
 * the same file.
 */
export class Muestra {
  #filas: FilaDeRegistro[] = [];
  #vistas = 0;
  #estado = 0x9e3779b9;

  anotar(fila: FilaDeRegistro): void {
    this.#vistas += 1;
    if (this.#filas.length < CUANTAS) this.#filas.push(fila);
    else {
      const lugar = this.#azar() % this.#vistas;
      if (lugar < CUANTAS) this.#filas[lugar] = fila;
    }
  }

  /** As JSON, in the order of the file. */
  escribir(): string {
    const filas = this.#filas.toSorted((a, b) => a.fila - b.fila);
    return `[${filas
      .map(({ campos, ...f }) => `${JSON.stringify(f).slice(0, -1)},"campos":${campos}}`)
      .join(',')}]`;
  }

  /** xorshift32: nobody gains by guessing which rows are shown to whoever wrote them. */
  #azar(): number {
    let x = this.#estado;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#estado = x;
    return x >>> 0;
  }
}
