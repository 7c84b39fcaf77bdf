import type { Renglon } from './renglon.ts';

/** What was paid and taken off in one month, all pensions together. Pesos. */
interface MesadaDelMes {
  bruta: number;
  salud: number;
}

/**
 * The payments of the year from rows that say how many they were and how much they came to: each row is shared out
 * equally from its first month on (what is left over goes to the last), and those of several rows in one month are added,
 * because the exempt part is looked at month by month (ET 206 num. 5). Payments beyond December, the additional ones,
 * stand by themselves.
 */
export function mesadasDe(renglones: readonly Renglon[]): MesadaDelMes[] {
  const porMes = new Map<number, MesadaDelMes>();
  for (const r of renglones) {
    const pagos = Math.max(1, numero(r.pagos));
    const primera = Math.max(1, Number(r.desde ?? 1));
    const brutas = repartir(numero(r.total), pagos);
    const descuentos = repartir(numero(r.salud) + numero(r.solidaridad), pagos);
    for (let i = 0; i < pagos; i++) {
      const mes = porMes.get(primera + i) ?? { bruta: 0, salud: 0 };
      porMes.set(primera + i, {
        bruta: mes.bruta + (brutas[i] ?? 0),
        salud: mes.salud + (descuentos[i] ?? 0),
      });
    }
  }
  return [...porMes].sort(([a], [b]) => a - b).map(([, mesada]) => mesada);
}

const numero = (x: Renglon[string] | undefined): number => (typeof x === 'number' ? x : 0);

function repartir(total: number, partes: number): number[] {
  const cada = Math.floor(total / partes);
  return Array.from({ length: partes }, (_, i) => (i === partes - 1 ? total - cada * (partes - 1) : cada));
}
