/** House rules: of one person in an hour, of all whom this process had not seen come in, and of everybody in a second. */
const MEDIDA = { porPersona: 10, desconocidas: 120, porSegundo: 40 } as const;
const HORA_MS = 3_600_000;
/** How many people are remembered; the one that was seen first is forgotten first. */
const MEMORIA = 20_000;

interface Cuenta {
  desde: number;
  cuantas: number;
  ultima?: string;
}

/** Why somebody is given no more proofs for now. */
export type SeNiega = { motivo: 'muchas-suyas'; ultima?: string } | { motivo: 'muchas' };

/** So that whoever repeats does not take the room, nor the time, of the others. */
export class Medida {
  readonly #porPersona = new Map<string, Cuenta>();
  readonly #desconocidas: Cuenta = { desde: 0, cuantas: 0 };
  readonly #todas: Cuenta = { desde: 0, cuantas: 0 };

  /** Counts one more, if it may be. */
  pedir(quien: string, ahora: number, { conocida }: { conocida: boolean }): SeNiega | undefined {
    const suya = this.#cuentaDe(quien);
    renovar(suya, ahora, HORA_MS);
    renovar(this.#desconocidas, ahora, HORA_MS);
    renovar(this.#todas, ahora, 1_000);
    if (suya.cuantas >= MEDIDA.porPersona)
      return { motivo: 'muchas-suyas', ...(suya.ultima && { ultima: suya.ultima }) };
    if (this.#todas.cuantas >= MEDIDA.porSegundo) return { motivo: 'muchas' };
    if (!conocida && this.#desconocidas.cuantas >= MEDIDA.desconocidas) return { motivo: 'muchas' };
    for (const cuenta of [suya, this.#todas, ...(conocida ? [] : [this.#desconocidas])]) cuenta.cuantas += 1;
    return undefined;
  }

  /** The number that was given last. */
  dada(quien: string, numero: string): void {
    this.#cuentaDe(quien).ultima = numero;
  }

  #cuentaDe(quien: string): Cuenta {
    const hecha = this.#porPersona.get(quien);
    if (hecha) return hecha;
    const nueva = { desde: 0, cuantas: 0 };
    this.#porPersona.set(quien, nueva);
    for (const vieja of this.#porPersona.keys()) {
      if (this.#porPersona.size <= MEMORIA) break;
      this.#porPersona.delete(vieja);
    }
    return nueva;
  }
}

function renovar(cuenta: Cuenta, ahora: number, ms: number): void {
  if (ahora - cuenta.desde < ms) return;
  cuenta.desde = ahora;
  cuenta.cuantas = 0;
}
