import { obligadoADeclarar } from '../obligado.ts';
import type { HechosObligado, Umbral } from '../obligado.ts';
import { brutosDe } from './debe-declarar.ts';
import { desdeTemas } from './desde-temas.ts';
import type { Reporte } from './reportes.ts';
import { respuestasDe, sugerir } from './sugerir.ts';
import { hayCasillasDe } from './usos.ts';

/** One of the five amounts from which one must file, against what others reported. Pesos. */
export interface TopeReportado {
  /** In the order in which the DIAN's report has them, from 1. */
  numero: number;
  nombre: string;
  tope: bigint;
  /** Undefined where it is not known, or something was reported without an amount. */
  valor: bigint | undefined;
  /** Of the threshold, whole and downwards: 100 is never said of what does not reach it. Undefined as `valor`. */
  porcentaje: number | undefined;
  resultado: Umbral['resultado'];
  norma: string;
}

const TOPES = [
  ['ingresosBrutos', 'Ingresos'],
  ['patrimonioBruto', 'Patrimonio'],
  ['consumosTarjeta', 'Consumos con tarjeta de crédito'],
  ['consignaciones', 'Movimiento en cuentas'],
  ['compras', 'Compras'],
] as const satisfies readonly (readonly [keyof HechosObligado, string])[];

/**
 * How near what others reported of a year comes to each amount that obliges to file (ET 592, 593, 594-3). What nobody
 * reported is zero here, which says nothing of what there was. Empty for a year whose form is not known.
 */
export function topesReportados(reportes: readonly Reporte[], anio: number): TopeReportado[] {
  if (!hayCasillasDe(anio)) return [];
  const { casillas } = desdeTemas(respuestasDe(sugerir({ reportes }).sugerencias), anio).cruda;
  const suma = (formato: string, ...campos: readonly string[]) =>
    sumaDe(
      reportes.filter((r) => r.formato === formato),
      campos,
    );
  const hechos = {
    ...brutosDe((c) => BigInt(casillas[c] ?? 0)),
    consignaciones: suma('1019', 'vcred'),
    // What the reporter sold, less what was given back to it.
    compras: suma('1007', 'ibru', '-dred'),
    // They come in format 1023, of which no source gives the columns: what was spent is not known, which is not zero.
    consumosTarjeta: undefined,
  };
  const { umbrales } = obligadoADeclarar(
    Object.fromEntries(Object.entries(hechos).filter(([, v]) => v !== undefined)),
    anio,
  );
  return TOPES.flatMap(([hecho, nombre], i) => {
    const umbral = umbrales.find((u) => u.hecho === hecho);
    if (!umbral || umbral.tope === null) return [];
    const { tope, resultado, norma } = umbral;
    const valor = hechos[hecho];
    const porcentaje = valor === undefined ? undefined : Number((valor * 100n) / tope);
    return [{ numero: i + 1, nombre, tope, valor, porcentaje, resultado, norma }];
  });
}

/** @param campos one with a minus is taken off. @returns undefined where one of the reports brings none of them */
function sumaDe(reportes: readonly Reporte[], campos: readonly string[]): bigint | undefined {
  let total = 0n;
  for (const { campos: dados } of reportes) {
    const suyos = campos.filter((c) => dados[c.replace('-', '')] !== undefined);
    if (suyos.length === 0) return undefined;
    for (const c of suyos) total += BigInt(dados[c.replace('-', '')] ?? 0) * (c.startsWith('-') ? -1n : 1n);
  }
  return total > 0n ? total : 0n;
}
