import { porcentaje } from '@autogestion/normas/dinero';
import {
  devengoCon,
  estadoDeCuenta,
  type Cargo,
  type CodigoDeConcepto,
  type Devengo,
  type EstadoDeCuenta,
  type Movimientos,
  type Retiro,
  type RubroDeCargo,
} from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import { tasaDada } from '@autogestion/normas/tasas';
import { llamar, type Transaccion } from '../../plataforma/index.ts';

/** An obligation of the taxpayer for whom the transaction acts. */
export interface Obligacion {
  id: string;
  idPublico: string;
  concepto: CodigoDeConcepto;
  anio: number;
  periodo: string;
}

/** An entry on the side of an obligation. */
export interface RenglonDelLibro {
  obligacion: string;
  comprobante: bigint;
  renglon: number;
  lado: 'debe' | 'haber';
  cuenta: RubroDeCargo | 'pagos';
  contra: string;
  valor: bigint;
  efecto: Fecha;
  vence: Fecha | null;
  impuesta: boolean;
  sobre_comprobante: bigint | null;
  sobre_renglon: number | null;
}

/** What the office knew of a taxpayer at a cut. The same cut gives the same for ever, whatever is written later. */
export interface Libro<O extends { id: string } = Obligacion> {
  corte: bigint;
  obligaciones: readonly O[];
  renglones: readonly RenglonDelLibro[];
  devengo: Devengo;
}

/**
 * The ledger of the taxpayer for whom the transaction acts.
 * @param corte what was known then; now unless told. A cut that does not exist yet is now.
 */
export async function leerLibro(trx: Transaccion, corte?: bigint): Promise<Libro> {
  const cabeza = laCabeza(await llamar(trx, 'obligaciones.mi_cabeza', { corte: corte ?? null }));
  return armar(cabeza, await llamar(trx, 'obligaciones.mi_libro', { corte: cabeza.corte }));
}

/** The same, of a taxpayer at a cut, for the office's own jobs: what draws again what was issued. As the owner. */
export async function leerLibroDe(trx: Transaccion, titular: string, corte: bigint): Promise<Libro> {
  const cabeza = laCabeza(await llamar(trx, 'obligaciones.cabeza', { titular, corte }));
  return armar(cabeza, await llamar(trx, 'obligaciones.leer', { titular, corte }));
}

/** What comes in one answer before the entries. */
interface Cabeza {
  corte: bigint;
  obligaciones: readonly Obligacion[];
  tasas: readonly TasaLeida[];
}
/** A month, and percent a year. */
type TasaLeida = readonly [mes: string, usura: string];

function laCabeza([c]: { corte: bigint | null; obligaciones: unknown; tasas: unknown }[]): Cabeza {
  return {
    corte: c?.corte ?? 0n,
    obligaciones: (c?.obligaciones ?? []) as Obligacion[],
    tasas: (c?.tasas ?? []) as TasaLeida[],
  };
}

function armar({ corte, obligaciones, tasas }: Cabeza, renglones: RenglonDelLibro[]): Libro {
  const conAlgo = new Set(renglones.map((r) => r.obligacion));
  return {
    corte,
    obligaciones: obligaciones.filter(({ id }) => conAlgo.has(id)),
    renglones,
    devengo: devengoDe(tasas),
  };
}

/**
 * What the ledger says now of the taxpayer of a certificate, for whoever verifies it and may be told only whether it is
 * still so: without what each obligation is. Nothing for any other document.
 */
export async function leerLibroDelCertificado(
  trx: Transaccion,
  documento: string,
): Promise<Libro<{ id: string }>> {
  return soloAsientos(trx, await llamar(trx, 'obligaciones.libro_de_certificado', { documento }));
}

/**
 * What the ledger says now of the holder of a RUT, for whoever acts for them or attends them, without what each obligation
 * is. Nothing for anybody else.
 */
export async function leerLibroParaElRut(trx: Transaccion, titular: string): Promise<Libro<{ id: string }>> {
  return soloAsientos(
    trx,
    await llamar(trx, 'obligaciones.libro_para_el_rut', { titular, ahora: trx.ahora }),
  );
}

/**
 * The entries of others' obligations where there is a payment of that very amount, of that day or with that slip: for
 * telling what of it is left over there, and for nothing else.
 */
export async function leerLibroDeOtros(
  trx: Transaccion,
  pago: { valor: bigint; dia: Fecha; recibo: string | null },
): Promise<Libro<{ id: string }>> {
  return soloAsientos(trx, await llamar(trx, 'obligaciones.libro_de_otros', pago));
}

/** Whether something is owed today of what those entries say, with its interest. */
export async function quedaPorPagar(trx: Transaccion, renglones: RenglonDelLibro[]): Promise<boolean> {
  return estadosAl(await soloAsientos(trx, renglones), trx.hoy).some((o) => o.estado.debe > 0n);
}

async function soloAsientos(trx: Transaccion, renglones: RenglonDelLibro[]): Promise<Libro<{ id: string }>> {
  const tasas = await llamar(trx, 'obligaciones.tasas', { corte: ULTIMO_CORTE });
  const ids = new Set(renglones.map((r) => r.obligacion));
  return {
    corte: ULTIMO_CORTE,
    obligaciones: [...ids].map((id) => ({ id })),
    renglones,
    devengo: devengoDe(tasas.map(({ mes, usura }) => [mes ?? '', usura ?? '0'])),
  };
}

/** A cut after every other: whatever there is. */
const ULTIMO_CORTE = 2n ** 63n - 1n;

let ultimo: { tasas: string; devengo: Devengo } | undefined;

/** Interest with the rates that were known at a cut: the same for everybody until another is certified, and added up once. */
function devengoDe(tasas: readonly TasaLeida[]): Devengo {
  const clave = JSON.stringify(tasas);
  if (ultimo?.tasas !== clave) {
    const dadas = new Map(tasas.map(([mes, usura]) => [mes, tasaDada(mes, porcentaje(usura))]));
    ultimo = { tasas: clave, devengo: devengoCon(dadas) };
  }
  return ultimo.devengo;
}

/** An obligation with what it owes on a day. */
type ConEstado<O> = O & { estado: EstadoDeCuenta };
export type ObligacionConEstado = ConEstado<Obligacion>;

/** What each obligation owes on a day of law, by what was known at the cut of the ledger. */
export function estadosAl<O extends { id: string }>(libro: Libro<O>, al: Fecha): ConEstado<O>[] {
  const porObligacion = new Map<string, RenglonDelLibro[]>(libro.obligaciones.map((o) => [o.id, []]));
  for (const r of libro.renglones) porObligacion.get(r.obligacion)?.push(r);
  return libro.obligaciones.map((o) => ({
    ...o,
    estado: estadoDeCuenta(movimientosDe(porObligacion.get(o.id) ?? []), al, libro.devengo),
  }));
}

const claveDe = (comprobante: bigint | null, renglon: number | null) => `${comprobante}.${renglon}`;

/** What was paid to an obligation and still is its own: a payment, a part of one that came from another, a compensation. */
export interface AbonoDelLibro {
  /** `comprobante.renglon` */
  id: string;
  obligacion: string;
  comprobante: bigint;
  dia: Fecha;
  valor: bigint;
  /** No money entered: a surplus paid it (ET 815), or a return left it in favour (ET 850). */
  compensado: boolean;
}

/** Each payment less what was annulled of it or is another's; what nothing is left of is not there. */
export function abonosDe(renglones: readonly RenglonDelLibro[]): AbonoDelLibro[] {
  const quitado = new Map<string, bigint>();
  for (const r of renglones) {
    if (r.cuenta !== 'pagos' || r.lado !== 'debe' || r.sobre_comprobante === null) continue;
    const clave = claveDe(r.sobre_comprobante, r.sobre_renglon);
    quitado.set(clave, (quitado.get(clave) ?? 0n) + r.valor);
  }
  const abonos: AbonoDelLibro[] = [];
  for (const r of renglones) {
    if (r.cuenta !== 'pagos' || r.lado !== 'haber') continue;
    const { obligacion, comprobante, efecto: dia, contra } = r;
    const id = claveDe(comprobante, r.renglon);
    const valor = quitado.size === 0 ? r.valor : r.valor - (quitado.get(id) ?? 0n);
    const compensado = contra === 'liquidado' || (contra === 'pagos' && r.sobre_comprobante === null);
    if (valor > 0n) abonos.push({ id, obligacion, comprobante, dia, valor, compensado });
  }
  return abonos;
}

/** Entries of one obligation as the law reads them. In loops: ten thousand of them leave half as much to be collected. */
function movimientosDe(renglones: readonly RenglonDelLibro[]): Movimientos {
  const cargos: Cargo[] = [];
  const retiros: Retiro[] = [];
  for (const {
    comprobante,
    renglon,
    cuenta,
    lado,
    valor,
    efecto,
    vence,
    impuesta,
    sobre_comprobante,
  } of renglones) {
    if (cuenta !== 'pagos') {
      if (vence === null) continue;
      const id = claveDe(comprobante, renglon);
      const conSigno = lado === 'debe' ? valor : -valor;
      cargos.push({ id, rubro: cuenta, valor: conSigno, desde: efecto, vence, impuesta });
    } else if (lado === 'debe' && sobre_comprobante === null)
      retiros.push({ id: claveDe(comprobante, renglon), valor, dia: efecto });
  }
  return { cargos, abonos: abonosDe(renglones), retiros };
}
