/** What one side of a comparison did, over all its turns. */
export interface Resumen {
  veces: number;
  /** Per second, while its turns lasted. */
  porSegundo: number;
  /** Milliseconds, of what was offered at a rate; undefined where each waited for another to end. */
  p50?: number | undefined;
  p95?: number | undefined;
  /** Milliseconds of processor that the process under measurement spent on each; undefined where not readable. */
  cpu?: number | undefined;
}

/** Durations gathered turn by turn. */
export class Medida {
  readonly #ofrecidas: number[] = [];
  #veces = 0;
  #ms = 0;
  #cpu: number | undefined = 0;

  /** @param ms how long the turn lasted; @param cpu milliseconds of processor */
  turno(veces: number, ms: number, cpu: number | undefined): void {
    this.#veces += veces;
    this.#ms += ms;
    this.#cpu = cpu === undefined || this.#cpu === undefined ? undefined : this.#cpu + cpu;
  }

  /** @param tiempos of `aRitmo` */
  ofrecidas(tiempos: readonly number[]): void {
    for (const t of tiempos) this.#ofrecidas.push(t);
  }

  resumen(): Resumen {
    const veces = this.#veces;
    const orden = this.#ofrecidas.toSorted((a, b) => a - b);
    return {
      veces,
      porSegundo: (veces * 1000) / this.#ms,
      ...(orden.length > 0 && { p50: percentil(orden, 0.5), p95: percentil(orden, 0.95) }),
      cpu: this.#cpu === undefined ? undefined : this.#cpu / veces,
    };
  }
}

/** Nearest-rank percentile of a sorted list. */
export const percentil = (orden: readonly number[], p: number): number =>
  orden[Math.max(0, Math.ceil(p * orden.length) - 1)] ?? NaN;

/** Does the work of each, so many at a time: a rate, and no percentile. @returns milliseconds of each, and of all. */
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
