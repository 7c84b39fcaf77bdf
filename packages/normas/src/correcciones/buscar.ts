import { diasEntre } from '../fechas/index.ts';
import { cuadra, cuadranEntreDos, debidoEl } from './cuadra.ts';
import type { ObligacionAbierta } from './cuadra.ts';
import { descuidoDelNit } from './nit-parecido.ts';
import { proponer } from './proponer.ts';
import type { Causa, Hallado, Propuesta } from './proponer.ts';
import type { LoQueDice, PagoRecibido, PagoSinDueno } from './tipos.ts';

export interface PorBuscar {
  /** Of who asks, without check digit. */
  nit: string;
  /** What they owe. */
  obligaciones: readonly ObligacionAbierta[];
  /** Their payments, well posted or not. */
  pagos: readonly PagoRecibido[];
  /** Payments of other NITs that the caller thinks may be theirs; what is not alike is left aside here. */
  ajenos?: readonly PagoRecibido[];
  /** Money of nobody known, of the amount that is told. */
  sinDueno?: readonly PagoSinDueno[];
  dice: LoQueDice;
}

export interface Busqueda {
  /** The surest first. Empty when nothing is beyond doubt. */
  propuestas: readonly Propuesta[];
  /** Why there is none, in a sentence for the person; it never depends on payments of others. */
  sinPropuesta?: { codigo: 'falta-decir' | 'ninguno' | 'varios'; frase: string };
}

/**
 * How many days a person may be wrong about when they paid. Only for their own payments; no source says it. For one that
 * stands under another NIT the day must be the very same.
 */
export const DIAS_DE_TOLERANCIA = 5;

/** How much each sign weighs. Only their order matters: an exact amount or the number of the slip, over the rest. */
const PESO = { exacto: 8, referencia: 8, valor: 4, fecha: 2, fechaCercana: 1, obligacion: 4 } as const;

/**
 * Finds the payment that somebody made and does not see: posted to a NIT that differs in a slip of the hand, to another
 * tax, year, period or instalment, split in two, paid in one with another debt, or twice (Ley 962 de 2005, art. 43). What
 * two debts or two payments explain as well as each other is not proposed at all.
 *
 * A payment under another NIT is proposed only for what of it pays nothing over there, and if its amount, with its day or the
 * number of its slip, is what the person told; what is handed back of it is what they told, and what they owe. Where a part
 * of it does pay something over there, what is left over must be the debt, and an official looks. So it is with money
 * that entered for nobody known, of which the slip's number may have been read with a slip of the hand.
 */
export function buscarPago(p: PorBuscar): Busqueda {
  const { nit, obligaciones, pagos, ajenos = [], sinDueno = [], dice } = p;
  const abiertas = obligaciones.filter(
    (o) => o.impuesto + o.sancion > 0n && (dice.obligacion === undefined || dice.obligacion === o.id),
  );
  const propios = pagos.filter((uno) => uno.nit === nit);
  const suyos = abiertas.flatMap((o) => [
    ...enOtroDato(o, propios, dice),
    ...partidosEnDos(o, propios, dice),
  ]);
  suyos.push(...pagadosDosVeces(abiertas, propios, dice, suyos));
  // Those of others are looked at where none of their own explains the debt, so that no answer about these tells of those.
  const sinExplicar = abiertas.filter((o) => !suyos.some((h) => h.obligacion?.id === o.id));
  const deOtros = sinExplicar.flatMap((o) => [
    ...enOtroNit(o, nit, ajenos, dice),
    ...deNadie(o, nit, sinDueno, dice),
  ]);
  const seguros = [...sinRival(suyos), ...sinRival(deOtros)];
  if (seguros.length > 0) {
    return { propuestas: seguros.toSorted((a, b) => b.puntos - a.puntos).map((h) => proponer(h, dice)) };
  }
  if (suyos.length > 0) return { propuestas: [], sinPropuesta: SIN_PROPUESTA.varios };
  const falta = dice.valor === undefined || dice.fecha === undefined;
  return { propuestas: [], sinPropuesta: falta ? SIN_PROPUESTA.faltaDecir : SIN_PROPUESTA.ninguno };
}

/** Those that nothing else explains as well: of two that cannot both be true and weigh the same, neither. */
function sinRival(hallados: readonly Hallado[]): Hallado[] {
  return hallados.filter((h) =>
    hallados.every((otro) => otro === h || !chocan(h, otro) || otro.puntos < h.puntos),
  );
}

const SIN_PROPUESTA = {
  faltaDecir: {
    codigo: 'falta-decir',
    frase: 'No lo hallamos todavía. Diga el valor, el día en que pagó y el número del recibo.',
  },
  ninguno: {
    codigo: 'ninguno',
    frase: 'No hallamos un pago así. Revise el valor y el día, o abra un caso con el comprobante del banco.',
  },
  varios: {
    codigo: 'varios',
    frase:
      'Hay más de una explicación posible, y no queremos adivinar. Diga el número del recibo, o abra un caso.',
  },
} as const satisfies Record<string, Busqueda['sinPropuesta']>;

const sobrante = (p: PagoRecibido) => p.valor - p.aplicado;

/** Posted under the person's own NIT, with one datum wrong. */
function enOtroDato(o: ObligacionAbierta, propios: readonly PagoRecibido[], dice: LoQueDice): Hallado[] {
  const hallados = propios.flatMap((p): Hallado[] => {
    const [dato, otro] = enQueDifieren(p, o);
    if (dato === undefined || otro !== undefined || sobrante(p) <= 0n) return [];
    const senales = loQueCoincide(p, dice);
    if (senales === undefined) return [];
    const como = cuadra(o, sobrante(p), p.fecha);
    if (como !== 'exacto' && !(como === 'parte' && estaDicho(p, dice) && dice.obligacion === o.id)) return [];
    const causa: Causa = p.aplicado > 0n ? 'junto' : dato;
    return [hallar(causa, o, [{ pago: p, valor: sobrante(p) }], senales, como === 'exacto', dice)];
  });
  // Two equal payments left over, both in the same place: either will do, and the first one is taken.
  return hallados.filter((h, i) => !hallados.slice(0, i).some((antes) => sonIguales(antes, h)));
}

/** Two payments in the same wrong place that together are the debt. */
function partidosEnDos(o: ObligacionAbierta, propios: readonly PagoRecibido[], dice: LoQueDice): Hallado[] {
  const sobran = propios.filter((p) => p.aplicado === 0n && enQueDifieren(p, o).length === 1);
  return sobran.flatMap((a) =>
    sobran.flatMap((b): Hallado[] => {
      const [primero, segundo] = a.fecha <= b.fecha ? [a, b] : [b, a];
      if (a.id >= b.id || !mismoRubro(a, b)) return [];
      const junto = { ...primero, valor: a.valor + b.valor };
      // What is told may be of either of them, or their sum.
      const senales = [a, b, junto].flatMap((p) => loQueCoincide(p, dice) ?? []).toSorted((x, y) => y - x)[0];
      if (senales === undefined || !cuadranEntreDos(o, [primero, segundo])) return [];
      const suyos = [primero, segundo].map((pago) => ({ pago, valor: pago.valor }));
      return [hallar('partido', o, suyos, senales, true, dice)];
    }),
  );
}

/** Under a NIT that differs in one slip, and all else as the debt says it. */
function enOtroNit(
  o: ObligacionAbierta,
  nit: string,
  ajenos: readonly PagoRecibido[],
  dice: LoQueDice,
): Hallado[] {
  return ajenos.flatMap((p): Hallado[] => {
    const sobra = sobrante(p);
    if (descuidoDelNit(p.nit, nit) === undefined || sobra <= 0n) return [];
    if (enQueDifieren(p, o).length > 0 || !esElQueDice(p, dice)) return [];
    const como = cuadra(o, sobra, p.fecha);
    if (como === 'mas' || (como === 'parte' && p.aplicado > 0n)) return [];
    const senales = loQueCoincide(p, dice) ?? 0;
    const h = hallar('nit', o, [{ pago: p, valor: sobra }], senales, como === 'exacto', dice);
    return [{ ...h, ajeno: true }];
  });
}

/** Of nobody known: the amount and the day that are told, or a number that differs in one slip of the hand. */
function deNadie(
  o: ObligacionAbierta,
  nit: string,
  sinDueno: readonly PagoSinDueno[],
  dice: LoQueDice,
): Hallado[] {
  return sinDueno.flatMap(({ id, fecha, valor, referencias }): Hallado[] => {
    const numero = dice.referencia === undefined ? undefined : soloLetrasYNumeros(dice.referencia);
    const cerca = numero !== undefined && referencias.some((r) => casiIgual(soloLetrasYNumeros(r), numero));
    if (dice.valor !== valor || (numero !== undefined && !cerca)) return [];
    const pago: PagoRecibido = { ...o, id, nit, fecha, valor, aplicado: 0n };
    const senales = loQueCoincide(pago, dice);
    if (senales === undefined || (!cerca && dice.fecha !== fecha)) return [];
    const como = cuadra(o, valor, fecha);
    if (como !== 'exacto' && !(como === 'parte' && dice.obligacion === o.id)) return [];
    const puntos = senales + (cerca ? PESO.referencia : 0);
    return [{ ...hallar('sin-dueno', o, [{ pago, valor }], puntos, como === 'exacto', dice), ajeno: true }];
  });
}

const casiIgual = (escrito: string, bueno: string): boolean =>
  escrito === bueno || descuidoDelNit(escrito, bueno) !== undefined;

/** The same slip paid twice: the second one is left over, and pays the debt that is told or the only one there is. */
function pagadosDosVeces(
  abiertas: readonly ObligacionAbierta[],
  propios: readonly PagoRecibido[],
  dice: LoQueDice,
  yaHallados: readonly Hallado[],
): Hallado[] {
  return propios.flatMap((p): Hallado[] => {
    const otro = propios.find(
      (q) => q.id !== p.id && q.aplicado > 0n && q.valor === p.valor && mismoRubro(p, q),
    );
    const senales = loQueCoincide(p, dice);
    if (!otro || p.aplicado > 0n || senales === undefined) return [];
    if (yaHallados.some((h) => h.pagos.some((x) => x.pago.id === p.id))) return [];
    const unica = abiertas.length === 1 ? abiertas[0] : undefined;
    if (!unica) return [hallar('doble', undefined, [{ pago: p, valor: p.valor }], senales, true, dice)];
    // A debt that came after the payment is paid on the day that it is there.
    const debia = debidoEl(unica, p.fecha) || unica.impuesto + unica.sancion;
    const valor = debia < p.valor ? debia : p.valor;
    return [hallar('doble', unica, [{ pago: p, valor }], senales, true, dice)];
  });
}

function hallar(
  causa: Causa,
  obligacion: ObligacionAbierta | undefined,
  pagos: Hallado['pagos'],
  senales: number,
  exacto: boolean,
  dice: LoQueDice,
): Hallado {
  const laDicha = obligacion !== undefined && dice.obligacion === obligacion.id ? PESO.obligacion : 0;
  const puntos = senales + (exacto ? PESO.exacto : 0) + laDicha;
  return { causa, obligacion, pagos, puntos, exacto, ajeno: false };
}

/** Two explanations that cannot both be true: of one payment, or of one debt. */
function chocan(a: Hallado, b: Hallado): boolean {
  const mismoPago = a.pagos.some((x) => b.pagos.some((y) => x.pago.id === y.pago.id));
  return mismoPago || (a.obligacion !== undefined && a.obligacion.id === b.obligacion?.id);
}

function sonIguales(a: Hallado, b: Hallado): boolean {
  const [x, y] = [a.pagos[0]?.pago, b.pagos[0]?.pago];
  return x !== undefined && y !== undefined && sobrante(x) === sobrante(y) && mismoRubro(x, y);
}

type Dato = 'concepto' | 'anio' | 'periodo' | 'cuota';
const DATOS: readonly Dato[] = ['concepto', 'anio', 'periodo', 'cuota'];

function enQueDifieren(p: PagoRecibido, o: Pick<ObligacionAbierta, Dato>): Dato[] {
  return DATOS.filter((dato) => p[dato] !== o[dato]);
}

function mismoRubro(a: PagoRecibido, b: PagoRecibido): boolean {
  return enQueDifieren(a, b).length === 0;
}

/** How strongly a payment is the one that is told; undefined when something told is not so. */
function loQueCoincide(p: PagoRecibido, dice: LoQueDice): number | undefined {
  let puntos = 0;
  if (dice.referencia !== undefined && p.referencia !== undefined) {
    if (soloLetrasYNumeros(dice.referencia) !== soloLetrasYNumeros(p.referencia)) return undefined;
    puntos += PESO.referencia;
  }
  if (dice.valor !== undefined) {
    if (dice.valor !== p.valor && dice.valor !== sobrante(p)) return undefined;
    puntos += PESO.valor;
  }
  if (dice.fecha !== undefined) {
    const lejos = Math.abs(diasEntre(dice.fecha, p.fecha));
    if (lejos > DIAS_DE_TOLERANCIA) return undefined;
    puntos += lejos === 0 ? PESO.fecha : PESO.fechaCercana;
  }
  return puntos;
}

function estaDicho(p: PagoRecibido, dice: LoQueDice): boolean {
  return (
    (dice.referencia !== undefined && p.referencia !== undefined) ||
    (dice.valor !== undefined && dice.fecha !== undefined)
  );
}

/** For what stands under another NIT: the amount, with the day or the number of the slip, and nothing told that is not so. */
function esElQueDice(p: PagoRecibido, dice: LoQueDice): boolean {
  const referencia = dice.referencia !== undefined && p.referencia !== undefined;
  if (loQueCoincide(p, dice) === undefined || dice.valor !== p.valor) return false;
  if (dice.fecha !== undefined) return dice.fecha === p.fecha;
  return referencia;
}

function soloLetrasYNumeros(texto: string): string {
  return texto.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
