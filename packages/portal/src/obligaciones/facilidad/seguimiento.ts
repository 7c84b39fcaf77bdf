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
    queda: sumaDe(loQueQueda(libro, f, dia)),
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

/** What is left of one of its debts, by what bears interest and what does not. */
interface RestoDeDeuda {
  obligacion: string;
  capital: bigint;
  sancion: bigint;
  interes: bigint;
}

/**
 * What the last instalment pays: of each debt what its account says is left, counted to the day of that instalment, or to a
 * later one on which one looks. What was charged to them after the grant is no part of the facility.
 */
export function loQueQueda(libro: Libro, f: Facilidad, dia: Fecha): RestoDeDeuda[] {
  const fin = f.cuotas.at(-1)?.fecha ?? dia;
  const suyas = new Set(f.deudas.map((d) => d.obligacion));
  const deEntonces = libro.renglones.filter(
    (r) => r.cuenta === 'pagos' || r.lado === 'haber' || r.comprobante <= f.corte,
  );
  return estadosAl({ ...libro, renglones: deEntonces }, fin < dia ? dia : fin)
    .filter((o) => suyas.has(o.id) && o.estado.debe > 0n)
    .map(({ id, estado: { saldo } }) => ({
      obligacion: id,
      capital: saldo.impuesto + saldo.anticipo + saldo.retencion,
      sancion: saldo.sancion,
      interes: saldo.interes,
    }))
    .filter((resto) => sumaDe([resto]) > 0n);
}

export const sumaDe = (restos: readonly RestoDeDeuda[]): bigint =>
  restos.reduce((suma, { capital, sancion, interes }) => suma + capital + sancion + interes, 0n);

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
