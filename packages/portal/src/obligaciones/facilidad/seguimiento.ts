import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { seguirFacilidad, type EstadoDeFacilidad, type PagoDeFacilidad } from '@autogestion/normas/facilidad';
import type { Fecha } from '@autogestion/normas/fechas';
import { estadosAl, type Libro } from '../libro/index.ts';
import type { Facilidad } from './consultas.ts';

/** How a facility goes on a day, by what the ledger says was paid of it. */
export function seguir(libro: Libro, f: Facilidad, dia: Fecha): EstadoDeFacilidad {
  return seguirFacilidad({
    dia,
    cuotas: f.cuotas,
    pagos: pagosDe(libro, f),
    otrasSinPagar: otrasSinPagar(libro, f, dia),
    conGarantia: f.garantia !== undefined,
  });
}

/** What entered for its debts since it was asked for, each payment less what was taken out of it. */
export function pagosDe(libro: Libro, f: Pick<Facilidad, 'deudas' | 'corte'>): PagoDeFacilidad[] {
  const suyas = new Set(f.deudas.map((d) => d.obligacion));
  const clave = (comprobante: bigint | null, renglon: number | null) => `${comprobante}.${renglon}`;
  const quitado = new Map<string, bigint>();
  for (const r of libro.renglones)
    if (r.cuenta === 'pagos' && r.lado === 'debe' && r.sobre_comprobante !== null) {
      const de = clave(r.sobre_comprobante, r.sobre_renglon);
      quitado.set(de, (quitado.get(de) ?? 0n) + r.valor);
    }
  return libro.renglones
    .filter(
      (r) => r.cuenta === 'pagos' && r.lado === 'haber' && suyas.has(r.obligacion) && r.comprobante > f.corte,
    )
    .map((r) => ({ fecha: r.efecto, valor: r.valor - (quitado.get(clave(r.comprobante, r.renglon)) ?? 0n) }))
    .filter((p) => p.valor > 0n);
}

/** What the ledger says on a day that is owed of its debts, in pesos: the plan supposed rates that were not known. */
export function debeEnElLibro(libro: Libro, f: Pick<Facilidad, 'deudas'>, dia: Fecha): bigint {
  const suyas = new Set(f.deudas.map((d) => d.obligacion));
  return estadosAl(libro, dia)
    .filter((o) => suyas.has(o.id))
    .reduce((suma, { estado }) => suma + estado.debe, 0n);
}

/** Obligations that fell due after the grant, are late and in no part of it: also for them it may be left without effect. */
function otrasSinPagar(libro: Libro, f: Facilidad, dia: Fecha): string[] {
  const suyas = new Set(f.deudas.map((d) => d.obligacion));
  return estadosAl(libro, dia)
    .filter(
      ({ id, estado: { debe, vence } }) =>
        !suyas.has(id) && debe > 0n && vence !== undefined && vence > f.concedidaEl && vence < dia,
    )
    .map((o) => obligacionEnPalabras(o.concepto, o.anio, o.periodo));
}
