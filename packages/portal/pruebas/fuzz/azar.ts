/** Chance that can be had again: the same seed, the same requests. */
export interface Azar {
  /** From 0 up to, and without, `n`. */
  entero(n: number): number;
  /** True one time in `n`. */
  unaDe(n: number): boolean;
  uno<T>(de: readonly T[]): T;
}

/** Mulberry32 (public domain, Tommy Ettinger 2017). */
export function azarDe(semilla: number): Azar {
  let estado = semilla >>> 0;
  const siguiente = (): number => {
    estado = (estado + 0x6d2b79f5) >>> 0;
    let t = Math.imul(estado ^ (estado >>> 15), estado | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const entero = (n: number) => Math.floor(siguiente() * n);
  return {
    entero,
    unaDe: (n) => entero(n) === 0,
    uno(de) {
      if (de.length === 0) throw new RangeError('There is nothing to choose from');
      return de[entero(de.length)] as (typeof de)[number];
    },
  };
}
