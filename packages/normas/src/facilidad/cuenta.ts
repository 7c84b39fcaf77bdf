import { fraccion, redondear, sumarFracciones } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { compararFechas } from '../fechas/index.ts';
import { imputarPago } from '../imputacion/index.ts';
import { interesDeMora } from '../intereses/index.ts';
import type { InteresDeMora, TasasDadas } from '../intereses/index.ts';
import { bien } from '../resultado/index.ts';
import type { Bien } from '../resultado/index.ts';
import type { SinTasa } from '../tasas/index.ts';
import type { OrdenDeAbono } from './parametros.ts';

/** What is owed of one tax, year and period. */
export interface DeudaDeFacilidad {
  /** How whoever asks calls it; no two of a list are alike. */
  id: string;
  /** As the person reads it: `Renta de 2024`. */
  nombre: string;
  /** Tax, advance or withholding, in pesos: what bears interest (ET 634). */
  impuesto: bigint;
  /** Already updated (ET 867-1). It bears no interest. */
  sancion: bigint;
  /** Late interest up to the day on which the facility begins, that day included. Absent, it is computed from `vence`. */
  interes?: bigint;
  /** That interest before rounding, where the ledger knows it: what is under a peso is then carried as the ledger does. */
  interesExacto?: Fraccion;
  vence: Fecha;
}

/** A debt at the end of a day. */
export interface SaldoDeDeuda {
  id: string;
  nombre: string;
  vence: Fecha;
  impuesto: bigint;
  sancion: bigint;
  interes: bigint;
  /** The same before rounding: what is under a peso is carried on, as the ledger does, and not lost at each instalment. */
  exacto: Fraccion;
  /** Last day whose interest is already counted. */
  liquidadaHasta: Fecha;
}

/** What part of a payment went to one debt, and to what of it (ET 804). */
export interface AbonoDeDeuda {
  /** `id` of the debt. */
  deuda: string;
  impuesto: bigint;
  sancion: bigint;
  interes: bigint;
}

/** The interest that a debt earned between two payments. */
export interface InteresDeDeuda {
  deuda: string;
  nombre: string;
  /** The tax still owed, on which it runs. */
  sobre: bigint;
  /** In whole pesos, with the fractions carried from before: a peso away, at most, from its own. */
  valor: bigint;
  interes: InteresDeMora;
}

/** @throws RangeError for negative amounts or two debts with the same `id`. */
export function abrirCuenta(
  deudas: readonly DeudaDeFacilidad[],
  inicio: Fecha,
  tasas: TasasDadas,
): Bien<SaldoDeDeuda[]> | SinTasa {
  if (new Set(deudas.map((d) => d.id)).size < deudas.length) throw new RangeError('Dos deudas son la misma');
  const saldos: SaldoDeDeuda[] = [];
  for (const { id, nombre, impuesto, sancion, interes, interesExacto, vence } of deudas) {
    if (impuesto < 0n || sancion < 0n || (interes ?? 0n) < 0n)
      throw new RangeError('Una deuda no puede ser negativa');
    const hastaHoy =
      interes === undefined ? interesDeMora({ valor: impuesto, vence, paga: inicio, tasas }) : undefined;
    if (hastaHoy && !hastaHoy.ok) return hastaHoy;
    saldos.push({
      id,
      nombre,
      vence,
      impuesto,
      sancion,
      interes: interes ?? hastaHoy?.valor.interes ?? 0n,
      exacto: interesExacto ?? hastaHoy?.valor.exacto ?? fraccion(interes ?? 0n, 1n),
      // What is not due yet earns nothing until it is.
      liquidadaHasta: compararFechas(vence, inicio) > 0 ? vence : inicio,
    });
  }
  return bien(saldos);
}

/** Adds the interest of each debt up to a day, that day included. Interest bears none, nor do sanctions. */
export function causarIntereses(
  saldos: readonly SaldoDeDeuda[],
  dia: Fecha,
  tasas: TasasDadas,
): Bien<{ saldos: SaldoDeDeuda[]; causados: InteresDeDeuda[] }> | SinTasa {
  const causados: InteresDeDeuda[] = [];
  const despues: SaldoDeDeuda[] = [];
  for (const saldo of saldos) {
    if (compararFechas(dia, saldo.liquidadaHasta) <= 0) {
      despues.push(saldo);
      continue;
    }
    if (saldo.impuesto === 0n) {
      despues.push({ ...saldo, liquidadaHasta: dia });
      continue;
    }
    const r = interesDeMora({ valor: saldo.impuesto, vence: saldo.liquidadaHasta, paga: dia, tasas });
    if (!r.ok) return r;
    const exacto = sumarFracciones(saldo.exacto, r.valor.exacto);
    const interes = redondear(exacto, 'peso');
    causados.push({
      deuda: saldo.id,
      nombre: saldo.nombre,
      sobre: saldo.impuesto,
      valor: interes - saldo.interes,
      interes: r.valor,
    });
    despues.push({ ...saldo, interes, exacto, liquidadaHasta: dia });
  }
  return bien({ saldos: despues, causados });
}

/** Gives a payment to the debts, in the order of the facility, and inside each in proportion (ET 804). */
export function abonar(
  saldos: readonly SaldoDeDeuda[],
  pago: bigint,
  orden: OrdenDeAbono,
): { saldos: SaldoDeDeuda[]; abonos: AbonoDeDeuda[]; exceso: bigint } {
  const partes = orden === 'proporcional' ? enProporcion(saldos, pago) : laAntiguaPrimero(saldos, pago);
  const abonos: AbonoDeDeuda[] = [];
  const despues = saldos.map((saldo) => {
    const parte = partes.get(saldo.id) ?? 0n;
    if (parte === 0n) return saldo;
    const { impuesto, sancion, interes } = saldo;
    const { aplicado, queda } = imputarPago({ impuesto, sancion, interes }, parte);
    abonos.push({
      deuda: saldo.id,
      impuesto: aplicado.impuesto,
      sancion: aplicado.sancion,
      interes: aplicado.interes,
    });
    const exacto = sumarFracciones(saldo.exacto, fraccion(-aplicado.interes, 1n));
    return { ...saldo, impuesto: queda.impuesto, sancion: queda.sancion, interes: queda.interes, exacto };
  });
  const aplicado = [...partes.values()].reduce((a, b) => a + b, 0n);
  return { saldos: despues, abonos, exceso: pago - aplicado };
}

export function totalDe({
  impuesto,
  sancion,
  interes,
}: Pick<SaldoDeDeuda, 'impuesto' | 'sancion' | 'interes'>): bigint {
  return impuesto + sancion + interes;
}

export function totalDeTodas(saldos: readonly SaldoDeDeuda[]): bigint {
  return saldos.reduce((suma, s) => suma + totalDe(s), 0n);
}

function laAntiguaPrimero(saldos: readonly SaldoDeDeuda[], pago: bigint): Map<string, bigint> {
  const partes = new Map<string, bigint>();
  let queda = pago;
  for (const saldo of saldos.toSorted((a, b) => compararFechas(a.vence, b.vence))) {
    const debe = totalDe(saldo);
    const parte = debe < queda ? debe : queda;
    partes.set(saldo.id, parte);
    queda -= parte;
  }
  return partes;
}

/** Each share runs from one whole peso to another of the running total, so that together they are the payment. */
function enProporcion(saldos: readonly SaldoDeDeuda[], pago: bigint): Map<string, bigint> {
  const total = totalDeTodas(saldos);
  const reparte = pago < total ? pago : total;
  const partes = new Map<string, bigint>();
  let acumulado = 0n;
  let repartido = 0n;
  for (const saldo of saldos) {
    acumulado += totalDe(saldo);
    const hastaAqui = total === 0n ? 0n : (reparte * acumulado) / total;
    partes.set(saldo.id, hastaAqui - repartido);
    repartido = hastaAqui;
  }
  return partes;
}
