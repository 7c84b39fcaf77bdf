import { existsSync, readFileSync } from 'node:fs';

/**
 * What a test file may cost, in seconds of processor: of its process and of what it opened and closed (browsers,
 * offices), not of the clock. A machine that does other things makes a file late and not more expensive, so no load
 * makes it fail.
 */
export const PRESUPUESTO = { archivo: 60, e2e: 90 };

/**
 * The files that cost most, and those that went over.
 *
 * @param {string} informe path of a JSON line per file: `{ archivo, segundos }`, as `consumo.mjs` writes them
 * @returns {{ caros: { archivo: string, segundos: number }[], faltas: string[] }} dearest first
 */
export function revisarPresupuesto(informe) {
  const lineas = existsSync(informe) ? readFileSync(informe, 'utf8').split('\n').filter(Boolean) : [];
  const caros = lineas.map((l) => JSON.parse(l)).toSorted((a, b) => b.segundos - a.segundos);
  const faltas = caros.flatMap(({ archivo, segundos }) => {
    const tope = archivo.startsWith('e2e/') ? PRESUPUESTO.e2e : PRESUPUESTO.archivo;
    return segundos > tope
      ? [`${archivo} gastó ${segundos.toFixed(0)} s de procesador, y puede ${tope}`]
      : [];
  });
  return { caros, faltas };
}
