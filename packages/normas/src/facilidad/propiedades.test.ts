import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluarFormula, nodos } from '../../pruebas/evaluar-formula.ts';
import { devengoCon, estadoDeCuenta } from '../estado-de-cuenta/index.ts';
import { diasEntre, fecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import usura from '../tasas/datos/usura.json' with { type: 'json' };
import { PERIODICIDADES, simularFacilidad } from './index.ts';
import type { CondicionesDeFacilidad, DeudaDeFacilidad, PlanDeFacilidad } from './index.ts';

/*
 * Nothing below uses the engine of interest nor the one of imputation: days are counted one by one from the table of
 * rates, and payments are split here.
 */
const ORIGEN = fecha('2020-01-01');
const DENOMINADOR = 10_000n * 365n * 366n;

/** What a peso has earned from the first of January of 2020 to the end of each day, in parts of DENOMINADOR. */
const GANADO: number[] = [];
{
  const tasas = new Map(usura.meses.map((m) => [m.mes, Math.round(m.usura * 100) - 200]));
  let ultima = 0;
  for (let d = 0, total = 0; d <= 366 * 18; d++) {
    const dia = new Date(Date.UTC(2020, 0, 1 + d));
    ultima = tasas.get(dia.toISOString().slice(0, 7)) ?? ultima;
    const bisiesto = new Date(Date.UTC(dia.getUTCFullYear(), 1, 29)).getUTCMonth() === 1;
    total += ultima * (bisiesto ? 365 : 366);
    GANADO.push(total);
  }
}

/** What a tax earns between two days, over DENOMINADOR. */
function ganado(impuesto: bigint, desde: Fecha, hasta: Fecha): bigint {
  if (hasta <= desde) return 0n;
  const [a = 0, b = 0] = [desde, hasta].map((f) => GANADO[diasEntre(ORIGEN, f)] ?? 0);
  return impuesto * BigInt(b - a);
}

const enPesos = (exacto: bigint) => (exacto * 2n + DENOMINADOR) / (DENOMINADOR * 2n);

/** Tax, sanction and interest. */
type Rubros = [bigint, bigint, bigint];
const suma = (montos: readonly bigint[]) => montos.reduce((a, b) => a + b, 0n);

function pagarEnProporcion(debe: Rubros, pago: bigint): Rubros {
  const total = suma(debe);
  if (pago === total) return [0n, 0n, 0n];
  const suyos = debe.map((d) => (d * pago) / total);
  const restos = debe.map((d) => (d * pago) % total);
  for (let sobra = pago - suma(suyos); sobra > 0n; sobra--) {
    const mayor = restos.reduce((m, r, i) => (r > (restos[m] ?? 0n) ? i : m), 0);
    suyos[mayor] = (suyos[mayor] ?? 0n) + 1n;
    restos[mayor] = -1n;
  }
  return debe.map((d, i) => d - (suyos[i] ?? 0n)) as Rubros;
}

interface Cuenta {
  id: string;
  vence: Fecha;
  hasta: Fecha;
  debe: Rubros;
  /** Interest over DENOMINADOR, of which `debe` has the pesos. */
  exacto: bigint;
}

/** The debts as they are on the first day, the oldest first. */
function abrir(deudas: readonly DeudaDeFacilidad[], inicio: Fecha): Cuenta[] {
  return deudas
    .map((d): Cuenta => {
      const exacto = d.interes === undefined ? ganado(d.impuesto, d.vence, inicio) : d.interes * DENOMINADOR;
      return {
        id: d.id,
        vence: d.vence,
        hasta: d.vence > inicio ? d.vence : inicio,
        debe: [d.impuesto, d.sancion, enPesos(exacto)],
        exacto,
      };
    })
    .sort((a, b) => (a.vence < b.vence ? -1 : a.vence > b.vence ? 1 : 0));
}

const pesos = fc.oneof(
  fc.bigInt({ min: 0n, max: 100n }),
  fc.bigInt({ min: 0n, max: 10n ** 7n }),
  fc.bigInt({ min: 0n, max: 10n ** 12n }),
);
const dia = (desde: string, hasta: string) =>
  fc.integer({ min: 0, max: diasEntre(fecha(desde), fecha(hasta)) }).map((d) => sumarDias(fecha(desde), d));

const unaDeuda = fc.record({
  nombre: fc.constant('Renta de 2024'),
  impuesto: pesos,
  sancion: fc.oneof(fc.constant(0n), pesos),
  interes: fc.option(pesos, { nil: undefined }),
  vence: dia('2020-01-02', '2026-11-30'),
});
const deudas = fc.array(unaDeuda, { minLength: 1, maxLength: 4 }).map((todas) =>
  todas.map(({ interes: i, ...d }, k): DeudaDeFacilidad => ({
    id: String(k),
    ...d,
    ...(i !== undefined && { interes: i }),
  })),
);
const condiciones = fc.record({
  inicio: dia('2023-01-01', '2026-12-31'),
  cuotas: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 12, 60)),
  periodicidad: fc.constantFrom('mensual', 'bimestral', 'trimestral', 'semestral', 'anual'),
  inicial: fc.oneof(fc.constant(0n), pesos),
  orden: fc.constantFrom('antigua-primero', 'proporcional'),
}) satisfies fc.Arbitrary<CondicionesDeFacilidad>;

describe('propiedades de la facilidad de pago', () => {
  it('10 000 deudas al azar: las cuotas suman la deuda y sus intereses, al peso, contra una cuenta aparte', () => {
    let planes = 0;
    fc.assert(
      fc.property(deudas, condiciones, (debe, pide) => {
        const cada = PERIODICIDADES[pide.periodicidad];
        const c = { ...pide, cuotas: Math.min(pide.cuotas, Math.floor(84 / cada)) };
        const r = simularFacilidad(debe, c);
        if (!r.ok) {
          expect(['sin-deuda', 'inicial-mayor']).toContain(r.codigo);
          return;
        }
        planes++;
        comparar(debe, c, r.valor);
      }),
      { numRuns: 10_000 },
    );
    expect(planes).toBeGreaterThan(5_000);
  });

  it('pagada cada cuota en su día, el estado de cuenta queda en cero', () => {
    const devengo = devengoCon();
    fc.assert(
      fc.property(deudas, condiciones, (debe, pide) => {
        const limpias = debe.map((d) => ({
          id: d.id,
          nombre: d.nombre,
          impuesto: d.impuesto,
          sancion: 0n,
          vence: d.vence,
        }));
        const r = simularFacilidad(limpias, { ...pide, periodicidad: 'mensual' });
        if (!r.ok) return;
        for (const { id, impuesto, vence } of limpias) {
          const abonos = r.valor.cuotas.flatMap(({ numero, fecha: dia, abonos: todos }) =>
            todos
              .filter((a) => a.deuda === id)
              .map((a) => ({ id: String(numero), valor: a.impuesto + a.interes, dia })),
          );
          const cargos = [{ id, rubro: 'impuesto' as const, valor: impuesto, desde: pide.inicio, vence }];
          const estado = estadoDeCuenta({ cargos, abonos, retiros: [] }, r.valor.hasta, devengo);
          expect([estado.debe, estado.exceso]).toEqual([0n, 0n]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('la explicación de cada cifra dice la verdad', () => {
    fc.assert(
      fc.property(deudas, condiciones, (debe, pide) => {
        const r = simularFacilidad(debe, { ...pide, periodicidad: 'mensual' });
        if (!r.ok) return;
        expect(r.valor.explicacion.valor).toBe(r.valor.total);
        for (const { frase, formula = '', valor } of nodos(r.valor.explicacion)) {
          expect(frase).toMatch(/^[A-ZÉ].*\.$/);
          const f = evaluarFormula(formula);
          if (!f) continue;
          expect(BigInt(f.derecha)).toBe(valor);
          expect(Math.abs(f.izquierda - f.derecha)).toBeLessThanOrEqual(f.signo === '=' ? 0.01 : 1.01);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function comparar(
  debe: readonly DeudaDeFacilidad[],
  { inicio, orden }: { inicio: Fecha; orden: string },
  plan: PlanDeFacilidad,
): void {
  const cuentas = abrir(debe, inicio);
  const deuda = suma(cuentas.flatMap((c) => c.debe));
  // One comparison a plan: ten thousand times sixty instalments would spend the time in `expect`.
  const diferencias: string[] = [];
  const igual = (que: string, suyo: unknown, otro: unknown) => {
    if (suyo !== otro) diferencias.push(`${que}: ${String(suyo)} y no ${String(otro)}`);
  };
  igual('deuda', plan.deuda, deuda);
  igual('total', plan.total, plan.deuda + plan.intereses);
  igual('suma de las cuotas', suma(plan.cuotas.map((c) => c.total)), plan.total);

  const enCuotas = deuda - suma(plan.cuotas.filter((c) => c.numero === 0).map((c) => c.total));
  const n = BigInt(plan.cuotas.filter((c) => c.numero > 0).length);
  let ganadoEnTotal = 0n;
  let capital = 0n;
  for (const cuota of plan.cuotas) {
    let deLaCuota = 0n;
    for (const c of cuentas) {
      if (cuota.fecha <= c.hasta) continue;
      c.exacto += ganado(c.debe[0], c.hasta, cuota.fecha);
      c.hasta = cuota.fecha;
      if (c.debe[0] === 0n) continue;
      deLaCuota += enPesos(c.exacto) - c.debe[2];
      c.debe[2] = enPesos(c.exacto);
    }
    igual(`interés de la ${cuota.numero}`, cuota.interes, deLaCuota);
    ganadoEnTotal += deLaCuota;
    capital += cuota.capital;
    // Whole pesos, and the running capital never a peso away from its exact part.
    if (cuota.numero > 0) {
      const exacto = enCuotas * BigInt(cuota.numero);
      const llevado = (capital - (deuda - enCuotas)) * n - exacto;
      igual(`parte de la ${cuota.numero}`, llevado >= 0n && llevado < n, true);
    }
    igual(`total de la ${cuota.numero}`, cuota.total, cuota.capital + deLaCuota);
    igual(
      `abonos de la ${cuota.numero}`,
      suma(cuota.abonos.flatMap((a) => [a.impuesto, a.sancion, a.interes])),
      cuota.total,
    );
    repartir(cuentas, cuota, orden, igual);
    igual(`saldo tras la ${cuota.numero}`, cuota.saldo, suma(cuentas.flatMap((c) => c.debe)));
  }
  igual('intereses', plan.intereses, ganadoEnTotal);
  igual('lo que queda', suma(cuentas.flatMap((c) => c.debe)), 0n);
  expect(diferencias).toEqual([]);
}

/** Oldest first is split here; in proportion, each debt must get its part within a peso. */
function repartir(
  cuentas: Cuenta[],
  cuota: PlanDeFacilidad['cuotas'][number],
  orden: string,
  igual: (que: string, suyo: unknown, otro: unknown) => void,
): void {
  const total = suma(cuentas.flatMap((c) => c.debe));
  let queda = cuota.total;
  for (const c of cuentas) {
    const suDeuda = suma(c.debe);
    const abono = cuota.abonos.find((a) => a.deuda === c.id);
    const dado = abono ? abono.impuesto + abono.sancion + abono.interes : 0n;
    if (orden === 'antigua-primero') {
      const parte = suDeuda < queda ? suDeuda : queda;
      queda -= parte;
      igual(`lo de ${c.id} en la ${cuota.numero}`, dado, parte);
    } else {
      const lejos = dado * total - cuota.total * suDeuda;
      igual(
        `proporción de ${c.id} en la ${cuota.numero}`,
        (lejos < total && -lejos < total) || total === 0n,
        true,
      );
    }
    if (dado === 0n) continue;
    const antes = c.debe;
    c.debe = pagarEnProporcion(antes, dado);
    c.exacto -= (antes[2] - c.debe[2]) * DENOMINADOR;
    igual(`impuesto de ${c.id} en la ${cuota.numero}`, abono?.impuesto, antes[0] - c.debe[0]);
    igual(`sanción de ${c.id} en la ${cuota.numero}`, abono?.sancion, antes[1] - c.debe[1]);
  }
}
