import { mesadasDe } from './mesadas.ts';
import type { Aportado, IngresosPorRenta } from './repartir.ts';
import type { Renglon } from './renglon.ts';

/** Facts that are made from a whole row, or from the rest of the year, and not by adding cells. */
const REUNIDOS: Readonly<
  Record<string, (renglones: readonly Renglon[], ingresos: IngresosPorRenta) => unknown>
> = {
  mesadas: (renglones) => mesadasDe(renglones),
  // Whoever takes costs off writes that income elsewhere (box 43): on this one the 25 % is always theirs.
  exentaLaboral25: () => true,
  'deducciones.dependiente': (renglones, ingresos) => ({
    ingresoLaboralBruto: Number(ingresos.trabajo),
    meses: renglones.reduce((m, r) => Math.max(m, typeof r.meses === 'number' ? r.meses : 12), 0),
  }),
};

/** The facts of a form from the cells that go to them, nested as they are written: `{ deducciones: { salud: … } }`. */
export function hechosDe(
  aportados: readonly Aportado[],
  ingresos: IngresosPorRenta,
): Record<string, unknown> {
  const porHecho = new Map<string, Aportado[]>();
  for (const a of aportados) {
    if (!('hecho' in a.destino)) continue;
    // A «no» is what is taken when nothing is said; only within a row of its own does it say something more.
    if (a.de.valor === false && a.destino.hecho === 'deducciones.dependiente') continue;
    porHecho.set(a.destino.hecho, [...(porHecho.get(a.destino.hecho) ?? []), a]);
  }
  const hechos: Record<string, unknown> = {};
  for (const [hecho, suyos] of porHecho) {
    const [antes, despues] = hecho.split('.*.');
    const reunir = REUNIDOS[hecho];
    if (antes !== undefined && despues !== undefined) enFilas(hechos, antes, despues, suyos);
    else escribir(hechos, hecho.split('.'), reunir ? reunir(renglonesDe(suyos), ingresos) : combinar(suyos));
  }
  for (const lista of Object.keys(hechos)) {
    const filas = hechos[lista];
    if (filas instanceof Map) hechos[lista] = [...(filas as Map<string, unknown>).values()];
  }
  return hechos;
}

/** Each row once, however many of its cells go there. */
function renglonesDe(aportados: readonly Aportado[]): Renglon[] {
  return [...new Map(aportados.map(({ de, celdas }) => [`${de.tema} ${de.renglon}`, celdas])).values()];
}

function combinar(aportados: readonly Aportado[]): unknown {
  const [primero] = aportados;
  if (typeof primero?.de.valor !== 'number') return primero?.de.valor;
  const valores = aportados.map(({ de }) => Number(de.valor));
  const mayor = 'hecho' in primero.destino && primero.destino.combina === 'mayor';
  return mayor ? Math.max(...valores) : valores.reduce((t, v) => t + v, 0);
}

function enFilas(
  hechos: Record<string, unknown>,
  lista: string,
  campo: string,
  aportados: readonly Aportado[],
): void {
  const filas = (hechos[lista] ??= new Map<string, Record<string, unknown>>()) as Map<
    string,
    Record<string, unknown>
  >;
  for (const { de } of aportados) {
    const clave = `${de.tema} ${de.renglon}`;
    filas.set(clave, { ...filas.get(clave), [campo]: de.valor });
  }
}

function escribir(donde: Record<string, unknown>, camino: readonly string[], valor: unknown): void {
  const [primera = '', ...resto] = camino;
  if (resto.length === 0) donde[primera] = valor;
  else escribir((donde[primera] ??= {}) as Record<string, unknown>, resto, valor);
}
