import { sumarDias, diasEntre, type Fecha } from '@autogestion/normas/fechas';
import { sha256 } from '../../plataforma/index.ts';

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
  fechaEntre(desde: Fecha, hasta: Fecha): Fecha;
}

/** One seed per person: adding a choice to one of them moves nobody else. */
export function azar(semilla: string): Azar {
  let vez = 0;
  const entero = (minimo: number, maximo: number) => {
    const fraccion = sha256(`${semilla}/${vez++}`).readUInt32BE(0) / 2 ** 32;
    return minimo + Math.floor(fraccion * (maximo - minimo + 1));
  };
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
    fechaEntre: (desde, hasta) => sumarDias(desde, entero(0, diasEntre(desde, hasta))),
  };
}

function existente<T>(elegido: T | undefined): T {
  if (elegido === undefined) throw new RangeError('There is nothing to choose from');
  return elegido;
}
