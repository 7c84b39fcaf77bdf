import { existsSync, readFileSync } from 'node:fs';

/**
 * What a test file may cost, in seconds of processor: of its process and of what it opened and closed (browsers,
 * offices), not of the clock: a machine that does other things makes a file late, and only somewhat more expensive.
 */
export const PRESUPUESTO = { archivo: 60, e2e: 90 };

/**
 * Who shares the caches of a busy machine takes more processor for the same work: twice as much was seen. What goes over
 * its budget is told; what no load explains is a failure.
 */
export const HOLGURA = 2.5;

/** A processor on which the reference takes longer than this, in seconds, is given as much more. */
const DE_REFERENCIA = 0.25;

/**
 * How many times slower than the budgets suppose this processor is, and 1 where it is faster: a fixed work is done three
 * times and the least is taken.
 */
export function lentitud() {
  const filas = Array.from({ length: 2000 }, (_, i) => ({
    i,
    nombre: `fila ${i}`,
    valores: [i, i * 2, i * 3],
  }));
  const vuelta = () => {
    const antes = process.cpuUsage();
    for (let n = 0; n < 150; n++) JSON.parse(JSON.stringify(filas)).sort((a, b) => b.i - a.i);
    const { user, system } = process.cpuUsage(antes);
    return (user + system) / 1e6;
  };
  return Math.max(1, Math.min(vuelta(), vuelta(), vuelta()) / DE_REFERENCIA);
}

/**
 * The files that cost most, those that went over their budget, and those that did by more than a load explains.
 *
 * @param {string} informe path of a JSON line per file: `{ archivo, segundos }`, as `consumo.mjs` writes them
 * @param {number} veces how many times slower than supposed the processor is
 * @returns {{ caros: { archivo: string, segundos: number }[], pasados: string[], faltas: string[] }} dearest first
 */
export function revisarPresupuesto(informe, veces = 1) {
  const lineas = existsSync(informe) ? readFileSync(informe, 'utf8').split('\n').filter(Boolean) : [];
  const caros = lineas.map((l) => JSON.parse(l)).toSorted((a, b) => b.segundos - a.segundos);
  const topeDe = (archivo) => veces * (archivo.startsWith('e2e/') ? PRESUPUESTO.e2e : PRESUPUESTO.archivo);
  const sobre = (holgura) =>
    caros.flatMap(({ archivo, segundos }) => {
      const tope = Math.round(holgura * topeDe(archivo));
      return segundos > tope
        ? [`${archivo} gastó ${segundos.toFixed(0)} s de procesador, y puede ${tope}`]
        : [];
    });
  return { caros, pasados: sobre(1), faltas: sobre(HOLGURA) };
}
