import { cpuDe } from './procesos.ts';
import { Medida, type Resumen } from './estadistica.ts';
import type { Servidor } from './portal.ts';
import { RAPIDA } from './rapida.ts';
import { aRitmo } from './ritmo.ts';

const SEGUNDOS_OFRECIDOS = RAPIDA ? 1 : 5;

/** One side of a comparison: does its part of a turn and tells the milliseconds of each, and of all. */
export interface Lado {
  servidor: Pick<Servidor, 'pid'>;
  turno: (n: number) => Promise<{ tiempos: readonly unknown[]; ms: number }>;
  /** One by itself, offered at a rate for the percentiles; where there is none, none are told. */
  una?: (n: number) => Promise<unknown>;
}

export interface Comparacion {
  portal: Resumen;
  referencia: Resumen;
  /** Portal over reference: 1 is as fast, 0.5 half as fast. */
  razon: number;
  /** Share of one processor that the load generator used: near 1 it measures itself. */
  generador: number;
}

/**
 * Takes turns, swapping who goes first, so that a machine that slows down slows both. The first turns of each warm up
 * the code that Node compiles on the way, and do not count.
 *
 * @param calentar turns that do not count; 1 unless told
 * @param turnos at most; fewer when `limiteMs` passes, yet at least two
 */
export async function comparar(
  lados: { portal: Lado; referencia: Lado },
  { turnos, limiteMs, calentar = 1 }: { turnos: number; limiteMs: number; calentar?: number },
): Promise<Comparacion> {
  const portal = new Medida();
  const referencia = new Medida();
  const fin = performance.now() + limiteMs;
  let cpuGenerador = 0;
  let msMedidos = 0;
  for (let n = 0; n < calentar + turnos && (n < calentar + 2 || performance.now() < fin); n++) {
    const orden = [
      [lados.portal, portal],
      [lados.referencia, referencia],
    ] as const;
    for (const [lado, medida] of n % 2 === 0 ? orden : orden.toReversed()) {
      const cpuAntes = cpuDe(lado.servidor.pid);
      const propioAntes = process.cpuUsage();
      const { tiempos, ms } = await lado.turno(n);
      const { user, system } = process.cpuUsage(propioAntes);
      const cpu = cpuDe(lado.servidor.pid);
      if (n < calentar) continue;
      medida.turno(
        tiempos.length,
        ms,
        cpu === undefined || cpuAntes === undefined ? undefined : cpu - cpuAntes,
      );
      cpuGenerador += (user + system) / 1000;
      msMedidos += ms;
    }
  }
  await ofrecer(lados, { portal, referencia });
  const [p, r] = [portal.resumen(), referencia.resumen()];
  return {
    portal: p,
    referencia: r,
    razon: p.porSegundo / r.porSegundo,
    generador: cpuGenerador / msMedidos,
  };
}

/** How long one waits at a rate that both bear: half of what the slower one did at its most, in turns of a second. */
async function ofrecer(
  lados: { portal: Lado; referencia: Lado },
  medidas: { portal: Medida; referencia: Medida },
): Promise<void> {
  const porSegundo = Math.ceil(
    Math.min(medidas.portal.resumen().porSegundo, medidas.referencia.resumen().porSegundo) / 2,
  );
  for (let turno = 0; turno < SEGUNDOS_OFRECIDOS; turno++) {
    for (const lado of ['portal', 'referencia'] as const) {
      const { una } = lados[lado];
      if (una) medidas[lado].ofrecidas(await aRitmo(porSegundo, porSegundo, una));
    }
  }
}
