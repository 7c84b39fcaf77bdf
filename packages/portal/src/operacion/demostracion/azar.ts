import { sumarDias, diasEntre, type Fecha } from '@autogestion/normas/fechas';
import { azarDe, type Azar as AzarDeNormas } from '@autogestion/normas/poblacion';
import { sha256 } from '../../plataforma/index.ts';

/** Choices that look random and are always the same for one seed. */
export interface Azar extends AzarDeNormas {
  fechaEntre(desde: Fecha, hasta: Fecha): Fecha;
}

/** One seed per person: adding a choice to one of them moves nobody else. */
export function azar(semilla: string): Azar {
  let vez = 0;
  const a = azarDe(() => sha256(`${semilla}/${vez++}`).readUInt32BE(0) / 2 ** 32);
  return { ...a, fechaEntre: (desde, hasta) => sumarDias(desde, a.entero(0, diasEntre(desde, hasta))) };
}
