import { leerCuenta } from '../../obligaciones/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import type { BorradorCalculado } from './leer-cuenta.ts';

/**
 * What a return takes of what the ledger has in favour for the year before, so that it is not in favour twice (ET 815);
 * undefined where it takes nothing. What was filed elsewhere may be more than the ledger knows.
 */
export async function tomadoDelAnterior(
  trx: Transaccion,
  { borrador, clase, cuenta, anterior }: BorradorCalculado,
): Promise<bigint | undefined> {
  const { saldoAnterior } = clase;
  const pide = saldoAnterior ? cuenta.evaluacion.valor(saldoAnterior.casilla) : 0n;
  const antes = anterior?.tomado ?? 0n;
  if (!saldoAnterior || pide + antes === 0n) return undefined;
  const { obligaciones } = await leerCuenta(trx);
  const suya = obligaciones.find(
    (o) =>
      o.concepto === saldoAnterior.concepto && o.anio === borrador.anio - 1 && o.periodo === borrador.periodo,
  );
  const hay = (suya?.estado.exceso ?? 0n) + antes;
  return pide < hay ? pide : hay;
}
