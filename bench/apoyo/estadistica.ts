/** What one side of a comparison did, over all its turns. */
export interface Resumen {
  veces: number;
  /** Per second, while its turns lasted. */
  porSegundo: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  /** Milliseconds of processor that the process under measurement spent on each; undefined where not readable. */
  cpu?: number | undefined;
}

/** Durations gathered turn by turn. */
export class Medida {
  readonly #tiempos: number[] = [];
  #ms = 0;
  #cpu: number | undefined = 0;

  /** @param tiempos milliseconds of each; @param ms how long the turn lasted; @param cpu milliseconds of processor */
  turno(tiempos: readonly number[], ms: number, cpu: number | undefined): void {
    for (const t of tiempos) this.#tiempos.push(t);
    this.#ms += ms;
    this.#cpu = cpu === undefined || this.#cpu === undefined ? undefined : this.#cpu + cpu;
  }

  resumen(): Resumen {
    const veces = this.#tiempos.length;
    const orden = this.#tiempos.toSorted((a, b) => a - b);
    return {
      veces,
      porSegundo: (veces * 1000) / this.#ms,
      p50: percentil(orden, 0.5),
      p95: percentil(orden, 0.95),
      cpu: this.#cpu === undefined ? undefined : this.#cpu / veces,
    };
  }
}

/** Nearest-rank percentile of a sorted list. */
const percentil = (orden: readonly number[], p: number): number =>
  orden[Math.max(0, Math.ceil(p * orden.length) - 1)] ?? NaN;

/** Does the work of each, so many at a time. @returns milliseconds of each, and of all. */
export async function aLaVez<T>(
  cosas: readonly T[],
  cuantas: number,
  hacer: (cosa: T) => Promise<unknown>,
): Promise<{ tiempos: number[]; ms: number }> {
  const tiempos: number[] = [];
  const turnos = cosas.values();
  const inicio = performance.now();
  await Promise.all(
    Array.from({ length: cuantas }, async () => {
      for (const cosa of turnos) {
        const antes = performance.now();
        await hacer(cosa);
        tiempos.push(performance.now() - antes);
      }
    }),
  );
  return { tiempos, ms: performance.now() - inicio };
}
