import { nota } from './informe.ts';

interface Ritmo {
  porSegundo: number;
  /** The first side over this one: 0.5 when this one is twice as fast. */
  razon: number;
}

/**
 * Works of this same process, in turns that alternate, so that a machine that slows down slows all; the first turn of
 * each warms up and does not count. Each side's rate is the median of its turns.
 *
 * @param lados the first is the one under measurement.
 * @param ms how long a turn lasts.
 */
export function porTurnos(
  lados: Readonly<Record<string, () => void>>,
  { ms, turnos }: { ms: number; turnos: number },
): Record<string, Ritmo> {
  const nombres = Object.keys(lados);
  const ritmos = new Map(nombres.map((n) => [n, [] as number[]]));
  for (let turno = 0; turno <= turnos; turno++) {
    for (const nombre of turno % 2 === 0 ? nombres : nombres.toReversed()) {
      const porSegundo = durante(lados[nombre] ?? (() => undefined), ms);
      if (turno > 0) ritmos.get(nombre)?.push(porSegundo);
    }
  }
  const medianas = new Map(nombres.map((n) => [n, mediana(ritmos.get(n) ?? [])]));
  const primero = medianas.get(nombres[0] ?? '') ?? 0;
  return Object.fromEntries(
    nombres.map((n) => {
      const porSegundo = medianas.get(n) ?? 0;
      const razon = primero / porSegundo;
      nota(`${n.padEnd(14)} ${porSegundo.toFixed(0).padStart(9)} por segundo   razón ${razon.toFixed(2)}`);
      return [n, { porSegundo, razon }];
    }),
  );
}

function durante(obra: () => void, ms: number): number {
  const inicio = performance.now();
  let veces = 0;
  let pasados: number;
  do {
    // A clock read costs as much as the quickest of the works.
    for (let i = 0; i < 20; i++) obra();
    veces += 20;
    pasados = performance.now() - inicio;
  } while (pasados < ms);
  return (veces * 1_000) / pasados;
}

function mediana(valores: number[]): number {
  const orden = valores.toSorted((a, b) => a - b);
  return orden[Math.floor(orden.length / 2)] ?? 0;
}
