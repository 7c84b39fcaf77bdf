/** Choices that look random and are always the same for one seed. */
export interface Azar {
  /** From `minimo` to `maximo`, both included. */
  entero(minimo: number, maximo: number): number;
  /** True `porCiento` times of a hundred. */
  suerte(porCiento: number): boolean;
  /** @throws RangeError on an empty list. */
  elegir<T>(lista: readonly T[]): T;
  /** Each as often as its `peso` says. @throws RangeError on an empty list. */
  elegirConPeso<T extends { peso: number }>(lista: readonly T[]): T;
}

/** @param fraccion from 0 (included) to 1 (not included), another one at each call. */
export function azarDe(fraccion: () => number): Azar {
  const entero = (minimo: number, maximo: number) => minimo + Math.floor(fraccion() * (maximo - minimo + 1));
  return {
    entero,
    suerte: (porCiento) => entero(0, 99) < porCiento,
    elegir: (lista) => existente(lista[entero(0, lista.length - 1)]),
    elegirConPeso(lista) {
      let queda = entero(
        1,
        lista.reduce((total, { peso }) => total + peso, 0),
      );
      return existente(lista.find(({ peso }) => (queda -= peso) <= 0));
    },
  };
}

/** One source for each pair: adding a choice to one person moves nobody else. Mulberry32, of 32 bits. */
export function azarDelPar(semilla: number, indice: number): Azar {
  let estado = Math.imul(semilla ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(indice + 1, 0xc2b2ae35);
  return azarDe(() => {
    estado = (estado + 0x6d2b79f5) | 0;
    let t = Math.imul(estado ^ (estado >>> 15), 1 | estado);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  });
}

function existente<T>(elegido: T | undefined): T {
  if (elegido === undefined) throw new RangeError('There is nothing to choose from');
  return elegido;
}
