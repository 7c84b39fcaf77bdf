import { unoPorCientoDeCompras, type UnoPorCiento } from '@autogestion/normas/factura';
import type { Transaccion } from '../../plataforma/index.ts';
import { comprasDelAnio } from './consultas.ts';

/** What they bought in a year, judged for the 1 % of form 210 (box 28). */
export async function comprasParaRenta(
  trx: Transaccion,
  anio: number,
): Promise<UnoPorCiento & { hayMas: boolean }> {
  const { compras, hayMas } = await comprasDelAnio(trx, anio);
  return { ...unoPorCientoDeCompras(compras, anio), hayMas };
}

/** The same, as the return suggests it: whole pesos, and of how many invoices; undefined when there is nothing. */
export async function comprasQueSugieren(
  trx: Transaccion,
  anio: number,
): Promise<{ valor: number; facturas: number } | undefined> {
  const { suma, compras } = await comprasParaRenta(trx, anio);
  const facturas = compras.filter((c) => c.cuenta > 0n).length;
  return suma > 0n ? { valor: Number(suma), facturas } : undefined;
}
