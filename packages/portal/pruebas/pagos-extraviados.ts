import { CONCEPTOS, PERIODOS, type CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import { fecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import {
  abrirObligacion,
  asentar,
  cargo,
  estadosAl,
  leerLibro,
  pago,
} from '../src/obligaciones/libro/index.ts';
import { registrarPago } from '../src/obligaciones/pagos/index.ts';
import { idPublico, llamar, sha256, uuidv7 } from '../src/plataforma/index.ts';
import type { Azar } from './fuzz/azar.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { comoPersona } from './tramites.ts';
import { SISTEMA } from './transacciones.ts';

/** In what a payment went astray; `ninguno`: it never was. */
export const EXTRAVIOS = [
  'anio',
  'periodo',
  'concepto',
  'partido',
  'junto',
  'doble',
  'nit-un-numero',
  'nit-con-sobra',
  'sin-dueno',
  'ninguno',
] as const;
type Extravio = (typeof EXTRAVIOS)[number];

interface Rubro {
  concepto: CodigoDeConcepto;
  anio: number;
  periodo: string;
}

export interface CasoExtraviado {
  titular: string;
  /** What the person tells of it; `deuda`, by its public identifier. */
  dicho: { valor: number; dia: Fecha; deuda?: string; recibo?: string };
  /** The entries of the right proposal (`12.1`) and the obligation that it pays; null where there is nothing to find. */
  verdad: { pagos: readonly string[]; obligacion: string | null } | null;
}

/** A return is filed some days before it falls due. */
const DIAS_ANTES = 12;

/** Those of which a slip may be written with another period, or another name. */
const CON_PERIODO = ['iva', 'consumo'] as const;
const PARECIDOS = {
  iva: ['consumo', 'anticipo-simple'],
  consumo: ['iva', 'anticipo-simple'],
  renta: ['patrimonio', 'simple'],
} as const satisfies Partial<Record<CodigoDeConcepto, readonly CodigoDeConcepto[]>>;
type Debido = keyof typeof PARECIDOS;
const parecidosA = (c: CodigoDeConcepto): readonly CodigoDeConcepto[] => PARECIDOS[c as Debido];

/**
 * Somebody in the RUT of that office who owes from one to four things, has paid another, and made a payment that went
 * astray in that way: all of it posted as the office posts, on real days.
 */
export async function extraviar(o: OficinaDePrueba, azar: Azar, clase: Extravio): Promise<CasoExtraviado> {
  const { nit, titular } = await alguienEnElRut(o, nitAlAzar(azar));
  const c = contador(o, titular);
  const usados = new Set<string>();
  const [primero, ...otros] = rubros(azar, clase, usados);
  if (!primero) throw new Error('Nothing is owed');
  const deudas = [];
  for (const r of [primero, ...otros]) {
    const vence = fecha(`${r.anio + 1}-0${1 + azar.entero(8)}-1${azar.entero(10)}`);
    const valor = BigInt(50_000 + azar.entero(9_000_000));
    deudas.push({ ...r, vence, id: await c.cargar(r, valor, vence) });
  }
  const [debida] = deudas;
  if (!debida) throw new Error('Nothing is owed');
  const dia = sumarDias(debida.vence, azar.entero(90) - 10);
  const debia = (await c.debe(debida.id, dia)) || 1n;
  // Slips are written to the thousand.
  const valor = azar.unaDe(3) && debia > 1_000n ? ((debia + 500n) / 1_000n) * 1_000n : debia;
  // Well paid, to the peso: no debt and nothing left over.
  await c.pagarBien({ concepto: 'retencion', anio: 2023, periodo: 'feb' }, 700_000n, fecha('2023-03-10'));
  await vecinos(o, azar, { nit, valor, dia, rubro: debida });

  const recibo = `490${String(100_000_000 + azar.entero(800_000_000))}`;
  const r = await poner(o, azar, clase, { c, nit, debida, deudas, valor, dia, recibo, usados });
  const cercano = !clase.startsWith('nit') && clase !== 'sin-dueno' && azar.unaDe(4) ? azar.entero(9) - 4 : 0;
  return {
    titular,
    dicho: {
      valor: Number(r.dice ?? valor),
      dia: sumarDias(r.dia ?? dia, cercano),
      ...(azar.unaDe(2) && clase !== 'doble' && { deuda: await c.publico(debida.id) }),
      ...(azar.unaDe(2) && clase !== 'partido' && { recibo }),
    },
    verdad: r.verdad,
  };
}

interface Puesta {
  c: ReturnType<typeof contador>;
  nit: string;
  debida: Rubro & { id: string };
  deudas: readonly unknown[];
  valor: bigint;
  dia: Fecha;
  recibo: string;
  usados: Set<string>;
}

/** Posts the payment where it should not be. @returns what is right, and what is told of it where that is another thing */
async function poner(
  o: OficinaDePrueba,
  azar: Azar,
  clase: Extravio,
  { c, nit, debida, deudas, valor, dia, recibo, usados }: Puesta,
): Promise<{ verdad: CasoExtraviado['verdad']; dice?: bigint; dia?: Fecha }> {
  const verdad = (...pagos: string[]) => ({ verdad: { pagos, obligacion: debida.id as string | null } });
  const errado = malEscrito(azar, clase, debida, usados);
  switch (clase) {
    case 'anio':
    case 'periodo':
    case 'concepto':
      return verdad(await c.pagar(errado, valor, dia, recibo));
    case 'partido': {
      const parte = (valor * BigInt(20 + azar.entero(60))) / 100n || 1n;
      const uno = await c.pagar(errado, parte, dia);
      return verdad(uno, await c.pagar(errado, valor - parte, dia));
    }
    case 'junto': {
      const otra = 10_000n + BigInt(azar.entero(3_000_000));
      await c.cargar(errado, otra, sumarDias(dia, 5));
      const dice = valor + otra;
      return { ...verdad(await c.pagar(errado, dice, dia, recibo)), dice };
    }
    case 'doble': {
      const pagado: Rubro = { concepto: 'retencion', anio: 2021, periodo: 'ago' };
      const vencia = sumarDias(dia, 20);
      await c.cargar(pagado, valor, vencia);
      await c.pagar(pagado, valor, dia);
      const segundo = await c.pagar(pagado, valor, sumarDias(dia, 2), recibo);
      const obligacion = deudas.length === 1 ? debida.id : null;
      return { verdad: { pagos: [segundo], obligacion }, dia: sumarDias(dia, 2) };
    }
    case 'nit-un-numero':
    case 'nit-con-sobra': {
      const suyo = contador(o, (await alguienEnElRut(o, conOtroNumero(azar, nit))).titular);
      if (clase === 'nit-un-numero') return verdad(await suyo.pagar(debida, valor, dia, recibo));
      // They owed of the same, and had paid it: all of this one is left over.
      const loSuyo = 30_000n + BigInt(azar.entero(500_000));
      await suyo.cargar(debida, loSuyo, sumarDias(dia, 9));
      await suyo.pagar(debida, loSuyo, sumarDias(dia, -3));
      return verdad(await suyo.pagar(debida, valor, dia, recibo));
    }
    case 'sin-dueno': {
      // The bank read another number, or the person typed another: nobody has a slip with it.
      const n = (hechos += 1);
      const leido = azar.unaDe(2) ? recibo : conOtroNumero(azar, recibo);
      const { pago: entro } = await o.oficina.comoPropietario(SISTEMA, (trx) =>
        registrarPago(trx, {
          ...{ recibo: leido, valor, dia, medio: 'archivo', banco: 'banco-de-prueba' },
          referencia: `extravio-${n}`,
        }),
      );
      return verdad(`${entro.comprobante}.1`);
    }
    case 'ninguno':
      return { verdad: null };
  }
}

function rubros(azar: Azar, clase: Extravio, usados: Set<string>): Rubro[] {
  const cuantos = 1 + azar.entero(4);
  return Array.from({ length: cuantos }, (_, k) => {
    const concepto =
      k === 0 && clase === 'periodo' ? azar.uno(CON_PERIODO) : azar.uno(['renta', 'iva', 'consumo'] as const);
    return otroQue(usados, () => ({
      concepto,
      anio: 2022 + azar.entero(3),
      periodo: concepto === 'renta' ? 'anual' : azar.uno(PERIODOS.bimestral),
    }));
  });
}

function malEscrito(azar: Azar, clase: Extravio, r: Rubro, usados: Set<string>): Rubro {
  if (clase === 'concepto')
    return otroQue(usados, () => ({ ...r, concepto: azar.uno(parecidosA(r.concepto)) }), r);
  if (clase === 'periodo') return otroQue(usados, () => ({ ...r, periodo: azar.uno(PERIODOS.bimestral) }), r);
  return otroQue(usados, () => ({ ...r, anio: r.anio + azar.uno([-3, -2, -1, 1, 2]) }), r);
}

/** The first that was not used yet; the year moves on where all of its kind were. */
function otroQue(usados: Set<string>, hacer: () => Rubro, de?: Rubro): Rubro {
  for (let intento = 0; ; intento++) {
    const r = hacer();
    const nombre = `${r.concepto} ${r.anio} ${r.periodo}`;
    if (!usados.has(nombre)) {
      usados.add(nombre);
      return r;
    }
    if (intento > 200) throw new Error(`There is no other place for ${de?.concepto ?? 'a debt'}`);
  }
}

/** Neighbours of the NIT whose payments are of their own: the same amount on another day, or the same day and well paid. */
async function vecinos(
  o: OficinaDePrueba,
  azar: Azar,
  { nit, valor, dia, rubro }: { nit: string; valor: bigint; dia: Fecha; rubro: Rubro },
): Promise<void> {
  if (!azar.unaDe(3)) return;
  const suyo = contador(o, (await alguienEnElRut(o, conOtroNumero(azar, nit))).titular);
  if (azar.unaDe(2)) await suyo.pagar(rubro, valor, sumarDias(dia, azar.uno([-30, -1, 1, 30])));
  else await suyo.pagarBien(rubro, valor, dia);
}

let hechos = 0;
const vistos = new Set<string>();

function nitAlAzar(azar: Azar): string {
  for (;;) {
    const nit = String(901_000_000 + azar.entero(90_000_000));
    if (!vistos.has(nit)) return nit;
  }
}

/** One digit more or less in one place. */
function conOtroNumero(azar: Azar, nit: string): string {
  for (;;) {
    const i = 1 + azar.entero(nit.length - 1);
    const cifra = (Number(nit[i]) + azar.uno([1, 9])) % 10;
    const otro = nit.slice(0, i) + String(cifra) + nit.slice(i + 1);
    if (!vistos.has(otro)) return otro;
  }
}

/** A company in the RUT, without a form behind it: nothing here asks for more than its NIT. */
async function alguienEnElRut(o: OficinaDePrueba, nit: string): Promise<{ nit: string; titular: string }> {
  vistos.add(nit);
  const n = (hechos += 1);
  const titular = await o.oficina.comoPropietario(SISTEMA, async (trx) => {
    const titular = uuidv7(trx.ahora);
    const dv = digitoDeVerificacion(nit);
    await llamar(trx, 'rut.inscribir', {
      ...{ titular, nit, dv, idPublico: idPublico(), tipoContribuyente: '1' },
      ...{ tipoDocumento: null, numeroDocumento: null, correo: null },
      ...{ version: uuidv7(trx.ahora), formulario: `0019${String(n).padStart(8, '0')}` },
      registro: { nit, dv, tipoContribuyente: '1', identificacion: { razonSocial: `Extraviada ${n}` } },
      ...{ radicado: `prueba-extravio-${n}`, hash: sha256(nit), ahora: trx.ahora },
    });
    return titular;
  });
  return { nit, titular };
}

function contador(o: OficinaDePrueba, titular: string) {
  const abrir = (r: Rubro) =>
    o.oficina.comoPropietario(SISTEMA, (trx) =>
      abrirObligacion(trx, { titular, concepto: r.concepto, anio: r.anio, periodo: r.periodo }),
    );
  const escribir = async (c: Omit<Parameters<typeof asentar>[1], 'origen'>) => {
    const n = (hechos += 1);
    return o.oficina.comoPropietario(SISTEMA, (trx) => asentar(trx, { origen: `extravio:${n}`, ...c }));
  };
  const cargar = async (r: Rubro, valor: bigint, vence: Fecha) => {
    const obligacion = await abrir(r);
    const rubro = CONCEPTOS[r.concepto].rubro;
    await escribir({
      clase: 'liquidacion',
      asientos: [cargo({ obligacion, rubro, valor, desde: sumarDias(vence, -DIAS_ANTES), vence })],
    });
    return obligacion;
  };
  /** @returns the key of its entry */
  const pagar = async (r: Rubro, valor: bigint, dia: Fecha, recibo?: string) => {
    const obligacion = await abrir(r);
    const n = await escribir({
      clase: 'pago',
      ...(recibo !== undefined && { datos: { recibo } }),
      asientos: [pago(obligacion, valor, dia)],
    });
    return `${n}.1`;
  };
  return {
    cargar,
    pagar,
    async pagarBien(r: Rubro, valor: bigint, dia: Fecha) {
      await cargar(r, valor, dia);
      await pagar(r, valor, dia);
    },
    debe: async (obligacion: string, dia: Fecha) => {
      const libro = await o.oficina.enTransaccion(comoPersona(titular), (trx) => leerLibro(trx));
      return estadosAl(libro, dia).find((x) => x.id === obligacion)?.estado.debe ?? 0n;
    },
    publico: async (obligacion: string) => {
      const libro = await o.oficina.enTransaccion(comoPersona(titular), (trx) => leerLibro(trx));
      return libro.obligaciones.find((x) => x.id === obligacion)?.idPublico ?? '';
    },
  };
}
