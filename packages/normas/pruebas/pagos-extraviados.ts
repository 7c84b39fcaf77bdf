import { fecha, sumarDias } from '../src/fechas/index.ts';
import type { Fecha } from '../src/fechas/index.ts';
import { interesDeMora } from '../src/intereses/index.ts';
import type { LoQueDice, ObligacionAbierta, PagoRecibido, PorBuscar } from '../src/correcciones/index.ts';

/** A payment gone astray, with what should be found. */
interface Extravio {
  clase: Clase;
  busqueda: PorBuscar;
  /** Payments and obligation of the right proposal; null when there is nothing to find. */
  verdad: { pagos: readonly string[]; obligacion: string | null } | null;
}

export const CLASES = [
  'nit-un-numero',
  'nit-dos-cambiados',
  'nit-falta-uno',
  'anio',
  'periodo',
  'concepto',
  'partido',
  'junto',
  'doble',
] as const;
type Clase = (typeof CLASES)[number];

/** The same numbers for ever out of the same seed (mulberry32). */
export function alAzar(semilla: number) {
  let s = semilla;
  const real = () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const entre = (a: number, b: number) => a + Math.floor(real() * (b - a + 1));
  return { entre, uno: <T>(lista: readonly T[]): T => lista[entre(0, lista.length - 1)] as T, real };
}
type Azar = ReturnType<typeof alAzar>;

const CONCEPTOS = ['Renta', 'IVA', 'Retención', 'Consumo'] as const;

/**
 * A taxpayer with some debts, payments well posted, others left over that explain nothing, neighbours of the NIT with
 * payments of their own, and one payment astray. Amounts are often equal on purpose: two months of the same fee.
 */
export function extravio(azar: Azar, clase: Clase, { conVerdad = true } = {}): Extravio {
  const nit = String(azar.entre(10_000_000, 1_299_999_999));
  const obligaciones = deudas(azar);
  const debe = azar.uno(obligaciones);
  const dia = sumarDias(debe.vence, azar.entre(-20, 200));
  const total = debidoEl(debe, dia);
  const valor = azar.real() < 0.3 ? ((total + 500n) / 1_000n) * 1_000n || total : total;
  const pagos: PagoRecibido[] = [];
  const ajenos: PagoRecibido[] = [];
  const bueno: PagoRecibido = {
    id: 'p-0',
    nit,
    concepto: debe.concepto,
    anio: debe.anio,
    periodo: debe.periodo,
    fecha: dia,
    valor,
    referencia: `490${azar.entre(10_000_000, 99_999_999)}`,
    aplicado: 0n,
  };
  const dice: LoQueDice = { valor, fecha: dia };
  const verdad = extraviar(azar, clase, { bueno, debe, obligaciones, pagos, ajenos, dice });
  if (azar.real() < 0.4 && clase !== 'partido') dice.referencia = bueno.referencia ?? '';
  if (azar.real() < 0.4) {
    dice.obligacion = debe.id;
    verdad.obligacion = debe.id;
  }
  if (!clase.startsWith('nit') && azar.real() < 0.4) recordarMal(azar, dice);
  if (!conVerdad) {
    // The payment was never received: what is left are the payments of others and those of other things.
    for (const id of verdad.pagos) quitar(id, pagos, ajenos);
  }
  ruido(azar, { nit, obligaciones, bueno, pagos, ajenos });
  return {
    clase,
    busqueda: { nit, obligaciones, pagos: revueltos(azar, pagos), ajenos: revueltos(azar, ajenos), dice },
    verdad: conVerdad ? verdad : null,
  };
}

/** People forget: a day near the right one, or no day, or no amount. */
function recordarMal(azar: Azar, dice: LoQueDice): void {
  const olvido = azar.uno(['dia', 'sin-dia', 'sin-valor'] as const);
  if (olvido === 'dia' && dice.fecha)
    dice.fecha = sumarDias(dice.fecha, azar.uno([-1, 1]) * azar.entre(1, 4));
  if (olvido === 'sin-dia') delete dice.fecha;
  if (olvido === 'sin-valor') delete dice.valor;
}

interface Escena {
  bueno: PagoRecibido;
  debe: ObligacionAbierta;
  obligaciones: readonly ObligacionAbierta[];
  pagos: PagoRecibido[];
  ajenos: PagoRecibido[];
  dice: LoQueDice;
}

function extraviar(azar: Azar, clase: Clase, escena: Escena): { pagos: string[]; obligacion: string | null } {
  const { bueno, debe, obligaciones, pagos, ajenos, dice } = escena;
  const verdad = { pagos: [bueno.id], obligacion: debe.id };
  switch (clase) {
    case 'nit-un-numero':
    case 'nit-dos-cambiados':
    case 'nit-falta-uno':
      ajenos.push({ ...bueno, nit: conDescuido(azar, bueno.nit, clase) });
      return verdad;
    case 'anio':
      pagos.push({ ...bueno, anio: bueno.anio + azar.uno([-1, 1]) * 10 });
      return verdad;
    case 'periodo':
      pagos.push({ ...bueno, periodo: String(Number(bueno.periodo) + 6) });
      return verdad;
    case 'concepto':
      pagos.push({ ...bueno, concepto: 'Patrimonio' });
      return verdad;
    case 'partido': {
      const primera = (bueno.valor * BigInt(azar.entre(20, 80))) / 100n || 1n;
      const anio = bueno.anio + 10;
      const segunda = bueno.valor - primera;
      if (segunda === 0n) {
        pagos.push({ ...bueno, anio });
        return verdad;
      }
      pagos.push({ ...bueno, anio, valor: primera }, { ...bueno, id: 'p-1', anio, valor: segunda });
      if (azar.real() < 0.5) dice.valor = primera;
      return { pagos: ['p-0', 'p-1'], obligacion: debe.id };
    }
    case 'junto': {
      const otra = BigInt(azar.entre(10_000, 9_000_000));
      pagos.push({ ...bueno, periodo: '9', valor: bueno.valor + otra, aplicado: otra });
      dice.valor = bueno.valor + otra;
      return verdad;
    }
    case 'doble': {
      // Something that is paid already, and was paid once more.
      const pagado = { ...bueno, concepto: 'Riqueza', periodo: '8', anio: 2021 };
      pagos.push(
        { ...pagado, id: 'p-1', aplicado: bueno.valor },
        { ...pagado, fecha: sumarDias(bueno.fecha, 1) },
      );
      dice.fecha = sumarDias(bueno.fecha, 1);
      const unica = obligaciones.length === 1 ? debe.id : null;
      return { pagos: ['p-0'], obligacion: unica };
    }
  }
}

function deudas(azar: Azar): ObligacionAbierta[] {
  const cuantas = azar.entre(1, 6);
  const misma = BigInt(azar.entre(50_000, 20_000_000));
  const vistas = new Set<string>();
  return Array.from({ length: cuantas }, (_, k) => k).flatMap((k): ObligacionAbierta[] => {
    const concepto = azar.uno(CONCEPTOS);
    const anio = azar.entre(2022, 2025);
    const periodo = String(azar.entre(1, 6));
    const rubro = `${concepto} ${anio} ${periodo}`;
    if (k > 0 && vistas.has(rubro)) return [];
    vistas.add(rubro);
    const impuesto = azar.real() < 0.35 ? misma : BigInt(azar.entre(1_000, 30_000_000));
    const sancion = azar.real() < 0.25 ? BigInt(azar.entre(1, 900)) * 1_000n : 0n;
    const vence = fecha(`${anio}-${String(azar.entre(3, 9)).padStart(2, '0')}-1${azar.entre(0, 9)}`);
    return [{ id: `o-${k}`, concepto, anio, periodo, vence, impuesto, sancion }];
  });
}

function ruido(
  azar: Azar,
  { nit, obligaciones, bueno, pagos, ajenos }: Omit<Escena, 'debe' | 'dice'> & { nit: string },
): void {
  const unDia = (): Fecha => sumarDias(bueno.fecha, azar.entre(-400, 400));
  for (let k = 0; k < azar.entre(0, 6); k++) {
    const valor = BigInt(azar.entre(1_000, 20_000_000));
    const base = { ...bueno, id: `r-${k}`, nit, valor, referencia: `490${azar.entre(1, 9)}000${k}` };
    // Well posted, to something that is paid, and some of it left over.
    const suelto = azar.real() < 0.3 ? valor - BigInt(azar.entre(1, 900)) : valor;
    pagos.push({ ...base, fecha: unDia(), concepto: azar.uno(CONCEPTOS), periodo: '7', aplicado: suelto });
  }
  for (let k = 0; k < azar.entre(0, 6); k++) {
    // A neighbour: the same tax and period, sometimes the same amount or the same day, or owed there.
    const o = azar.uno(obligaciones);
    const clase = azar.uno(['nit-un-numero', 'nit-dos-cambiados', 'nit-falta-uno'] as const);
    const mismoValor = azar.real() < 0.3;
    const mismoDia = azar.real() < 0.3;
    const valor = mismoValor ? bueno.valor : BigInt(azar.entre(1_000, 20_000_000));
    const loDebe = mismoValor && mismoDia;
    ajenos.push({
      ...bueno,
      id: `v-${k}`,
      nit: conDescuido(azar, nit, clase),
      concepto: o.concepto,
      anio: o.anio,
      periodo: o.periodo,
      valor,
      fecha: mismoDia ? bueno.fecha : sumarDias(bueno.fecha, azar.uno([-1, 1]) * azar.entre(1, 300)),
      referencia: `490${azar.entre(1, 9)}111${k}`,
      aplicado: loDebe ? valor : 0n,
    });
  }
}

function conDescuido(azar: Azar, nit: string, clase: Clase): string {
  const i = azar.entre(1, nit.length - 2);
  const cifra = Number(nit[i]);
  if (clase === 'nit-falta-uno') return nit.slice(0, i) + nit.slice(i + 1);
  if (clase === 'nit-dos-cambiados') {
    const j = [...nit].findIndex((c, k) => k > 0 && c !== nit[i]);
    if (j >= 0) {
      const cifras = [...nit];
      [cifras[i], cifras[j]] = [nit[j] ?? '', nit[i] ?? ''];
      return cifras.join('');
    }
  }
  return nit.slice(0, i) + String((cifra + azar.uno([1, 9])) % 10) + nit.slice(i + 1);
}

function debidoEl({ impuesto, sancion, vence }: ObligacionAbierta, dia: Fecha): bigint {
  const r = interesDeMora({ valor: impuesto, vence, paga: dia });
  return impuesto + sancion + (r.ok ? r.valor.interes : 0n);
}

function quitar(id: string, ...listas: PagoRecibido[][]): void {
  for (const lista of listas) {
    const i = lista.findIndex((p) => p.id === id);
    if (i >= 0) lista.splice(i, 1);
  }
}

function revueltos<T>(azar: Azar, lista: readonly T[]): T[] {
  return lista
    .map((x): [number, T] => [azar.real(), x])
    .toSorted(([a], [b]) => a - b)
    .map(([, x]) => x);
}
