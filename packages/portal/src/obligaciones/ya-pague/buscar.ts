import {
  buscarPago,
  type Busqueda,
  type PagoRecibido,
  type PagoSinDueno,
  type Propuesta,
} from '@autogestion/normas/correcciones';
import { definidos } from '@autogestion/normas/definidos';
import type { Fecha } from '@autogestion/normas/fechas';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { identificacionDe } from '../../rut/index.ts';
import { estadosAl, leerLibro, leerLibroDeOtros, type Libro } from '../libro/index.ts';
import { loQueDice, type Dicho } from './dicho.ts';
import { claveDelRenglon, deudasDe, loQueSobra, pagosDe, rubroDe } from './en-el-libro.ts';
import { movimientosDe, pagosDelLibro, type Movimiento } from './mover.ts';

/** A proposal with what it would move in the ledger. */
export interface Hallada {
  propuesta: Propuesta;
  movimientos: readonly Movimiento[];
}

export interface Hallazgos {
  /** The ledger that was looked at. */
  libro: Libro;
  halladas: readonly Hallada[];
  sinPropuesta?: NonNullable<Busqueda['sinPropuesta']>;
}

/**
 * Looks for a payment that somebody tells of, in the ledger of the taxpayer of the transaction, among payments under other
 * NITs and among money of nobody known. The ledger stays locked until the end of the transaction: what is found can be moved in it.
 */
export async function buscarLoPagado(
  trx: Transaccion,
  { titular, dicho }: { titular: string; dicho: Dicho },
): Promise<Hallazgos> {
  const libro = await leerLibro(trx);
  const nit = (await identificacionDe(trx, titular))?.nit ?? '';
  const deuda = libro.obligaciones.find((o) => o.idPublico === dicho.deuda)?.id;
  const ajenos = await pagosDeOtros(trx, dicho);
  const sinDueno = await pagosSinDueno(trx, dicho);
  const { propuestas, sinPropuesta } = buscarPago({
    nit,
    obligaciones: deudasDe(libro, trx.hoy),
    pagos: pagosDe(libro, { nit, hoy: trx.hoy, recibos: await recibosDe(trx, libro) }),
    ajenos: ajenos.map((a) => a.pago),
    sinDueno: sinDueno.map((s) => s.pago),
    dice: loQueDice(dicho, deuda),
  });
  const donde = new Map([
    ...pagosDelLibro(libro),
    ...[...ajenos, ...sinDueno].map((a) => [a.pago.id, a.donde] as const),
  ]);
  return {
    libro,
    halladas: propuestas.map((propuesta) => ({ propuesta, movimientos: movimientosDe(propuesta, donde) })),
    ...definidos({ sinPropuesta }),
  };
}

/** What is the office's to do at once: the article lets it within one's own obligations; another NIT's are two officials'. */
export const seHaceDeUnaVez = ({ propuesta }: Hallada): boolean =>
  propuesta.camino === 'de-una-vez' && !propuesta.ajeno;

async function recibosDe(trx: Transaccion, { corte }: Libro): Promise<Map<bigint, string>> {
  const comprobantes: { numero: bigint; datos: unknown }[] = (
    await llamar(trx, 'obligaciones.mis_comprobantes', { corte })
  ).map((c) => ({ numero: c.numero ?? 0n, datos: c.datos }));
  return new Map(
    comprobantes.flatMap(({ numero, datos }) => {
      const recibo = (datos as { recibo?: unknown } | null)?.recibo;
      return typeof recibo === 'string' ? [[numero, recibo] as const] : [];
    }),
  );
}

interface PagoDeOtro {
  pago: PagoRecibido;
  donde: Omit<Movimiento, 'a' | 'valor'>;
}

async function pagosDeOtros(trx: Transaccion, { valor, dia, recibo }: Dicho): Promise<PagoDeOtro[]> {
  const cual = { valor: BigInt(valor), dia, recibo: recibo ?? null };
  const filas: {
    comprobante: bigint;
    renglon: number;
    obligacion: string;
    nit: string;
    concepto: string;
    anio: number;
    periodo: string;
    valor: bigint;
    efecto: Fecha;
    recibo: string | null;
  }[] = await llamar(trx, 'obligaciones.pagos_de_otros', cual);
  if (filas.length === 0) return [];
  const alla = estadosAl(await leerLibroDeOtros(trx, cual), trx.hoy);
  const sobra = new Map(alla.flatMap((o) => [...loQueSobra(o.estado)]));
  return filas.map((f) => ({
    pago: {
      id: claveDelRenglon(f.comprobante, f.renglon),
      nit: f.nit,
      ...rubroDe(f),
      fecha: f.efecto,
      valor: f.valor,
      // What pays something there is theirs.
      aplicado: f.valor - (sobra.get(claveDelRenglon(f.comprobante, f.renglon)) ?? 0n),
      ...definidos({ referencia: f.recibo ?? undefined }),
    },
    donde: { sobre: { comprobante: f.comprobante, renglon: f.renglon }, de: f.obligacion, dia: f.efecto },
  }));
}

interface SinDueno {
  pago: PagoSinDueno;
  donde: Omit<Movimiento, 'a' | 'valor'>;
}

async function pagosSinDueno(trx: Transaccion, { valor }: Dicho): Promise<SinDueno[]> {
  const filas: {
    comprobante: bigint;
    renglon: number;
    valor: bigint;
    efecto: Fecha;
    recibo: string;
    referencia: string;
  }[] = await llamar(trx, 'obligaciones.pagos_sin_dueno', { valor: BigInt(valor) });
  return filas.map(({ comprobante, renglon, efecto, recibo, referencia, ...f }) => ({
    pago: {
      id: claveDelRenglon(comprobante, renglon),
      fecha: efecto,
      valor: f.valor,
      referencias: [recibo, referencia],
    },
    donde: { sobre: { comprobante, renglon }, dia: efecto },
  }));
}
