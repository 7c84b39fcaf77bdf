import { fraccion } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import type { Explicacion } from '../explicacion/index.ts';

/** What an obligation of one tax and one period is made of (ET 804). Sanctions come already updated. */
export const RUBROS = ['impuesto', 'anticipo', 'retencion', 'sancion', 'interes'] as const;
export type Rubro = (typeof RUBROS)[number];

export type Saldos = Readonly<Partial<Record<Rubro, bigint>>>;

export interface Imputacion {
  /** How much of the payment goes to each item; its sum is the payment less the excess. */
  aplicado: Readonly<Record<Rubro, bigint>>;
  /** Computed when it is read. */
  readonly queda: Readonly<Record<Rubro, bigint>>;
  /** What was paid over the whole debt. */
  exceso: bigint;
  /** Built when it is read. */
  readonly explicacion: Explicacion;
}

const NORMA = 'ET 804';

const NOMBRES: Record<Rubro, string> = {
  impuesto: 'Impuesto',
  anticipo: 'Anticipo',
  retencion: 'Retenciones',
  sancion: 'Sanciones',
  interes: 'Intereses',
};

/**
 * Splits a payment among what is owed on its day, in the same proportion (ET 804). To the peso, and no peso
 * is lost: those that the division leaves over go where its remainder was greatest, and between equal
 * remainders to the first in `RUBROS`. The article does not say where they go.
 *
 * @throws RangeError for negative amounts.
 */
export function imputarPago(saldos: Saldos, pago: bigint): Imputacion {
  const debe = RUBROS.map((rubro) => saldos[rubro] ?? 0n);
  if (pago < 0n || debe.some((s) => s < 0n)) throw new RangeError('Un pago o un saldo no puede ser negativo');
  const total = debe.reduce((a, b) => a + b, 0n);
  return new Reparto(saldos, debe, { pago, total });
}

/** A class, because of thousands of payments nobody asks what is left nor why: it is computed when it is read. */
class Reparto implements Imputacion {
  readonly aplicado: Record<Rubro, bigint>;
  readonly exceso: bigint;
  readonly #saldos: Saldos;
  readonly #pago: bigint;
  readonly #total: bigint;

  constructor(saldos: Saldos, debe: readonly bigint[], { pago, total }: { pago: bigint; total: bigint }) {
    const alcanza = pago >= total;
    this.aplicado = porRubro(alcanza ? debe : repartir(debe, pago, total));
    this.exceso = alcanza ? pago - total : 0n;
    this.#saldos = saldos;
    this.#pago = pago;
    this.#total = total;
  }

  get queda(): Record<Rubro, bigint> {
    return porRubro(RUBROS.map((rubro) => (this.#saldos[rubro] ?? 0n) - this.aplicado[rubro]));
  }

  get explicacion(): Explicacion {
    return explicar(this.#pago, this.#total, this.#saldos, this.aplicado);
  }
}

/** Written out, because it is asked for at each of thousands of payments. @param montos in the order of `RUBROS` */
function porRubro(montos: readonly bigint[]): Record<Rubro, bigint> {
  const [impuesto = 0n, anticipo = 0n, retencion = 0n, sancion = 0n, interes = 0n] = montos;
  return { impuesto, anticipo, retencion, sancion, interes };
}

/** Largest remainders. The payment is less than the total, so no part can be more than what is owed. */
function repartir(debe: readonly bigint[], pago: bigint, total: bigint): bigint[] {
  const partes = debe.map((saldo) => (saldo * pago) / total);
  const restos = debe.map((saldo) => (saldo * pago) % total);
  const sobran = Number(pago - partes.reduce((a, b) => a + b, 0n));
  for (let k = 0; k < sobran; k++) {
    const mayor = restos.reduce((m, resto, i) => (resto > (restos[m] ?? 0n) ? i : m), 0);
    partes[mayor] = (partes[mayor] ?? 0n) + 1n;
    restos[mayor] = -1n;
  }
  return partes;
}

function explicar(pago: bigint, total: bigint, saldos: Saldos, aplicado: Record<Rubro, bigint>): Explicacion {
  const conSaldo = RUBROS.filter((rubro) => (saldos[rubro] ?? 0n) > 0n);
  return {
    titulo: 'Pago',
    valor: pago,
    frase:
      pago >= total
        ? 'El pago alcanza para todo lo que se debe.'
        : 'El pago se reparte entre todo lo que se debe, en la misma proporción.',
    norma: NORMA,
    partes: [
      dato('Total que se debe el día del pago', total, 'Es la suma de impuestos, sanciones e intereses.'),
      ...conSaldo.map((rubro) => explicarRubro(rubro, saldos[rubro] ?? 0n, aplicado[rubro], pago, total)),
    ],
  };
}

function explicarRubro(
  rubro: Rubro,
  saldo: bigint,
  aplicado: bigint,
  pago: bigint,
  total: bigint,
): Explicacion {
  const nombre = NOMBRES[rubro];
  const debido = dato(`${nombre} que se debe`, saldo, 'Es el saldo del día del pago.');
  if (pago >= total)
    return { ...dato(nombre, aplicado, 'Se paga entero.', { norma: NORMA }), partes: [debido] };
  return {
    titulo: nombre,
    valor: aplicado,
    frase: 'Le toca su parte del pago, según lo que pesa en el total.',
    formula: `${cifra(pago)} × ${cifra(saldo)} / ${cifra(total)} ${igualA(fraccion(pago * saldo, total), aplicado)}`,
    norma: NORMA,
    partes: [debido],
  };
}
