import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { estadosAl, leerLibro, type Libro, type ObligacionConEstado } from '../libro/index.ts';
import { claseDe } from './palabras.ts';

/** What was asked for: a day of law and what the office knew. Today, and all that it knows, unless told. */
interface Cual {
  al?: Fecha | undefined;
  corte?: bigint | undefined;
}

/** The statement of a taxpayer: the same day and the same cut give the same figures for ever. */
export interface Cuenta {
  al: Fecha;
  hoy: Fecha;
  libro: Libro;
  /** What is owed first, by its due date; then surpluses; then what owes nothing. */
  obligaciones: readonly ObligacionConEstado[];
  debe: bigint;
  vencido: bigint;
  aFavor: bigint;
  deudas: number;
  /** What waiting one more day adds to everything. */
  porDia: bigint;
  /** What the sources leave open, each once. */
  salvedades: readonly string[];
}

/** The statement of the taxpayer for whom the transaction acts. */
export async function leerCuenta(trx: Transaccion, { al = trx.hoy, corte }: Cual = {}): Promise<Cuenta> {
  return cuentaDe(await leerLibro(trx, corte), al, trx.hoy);
}

/**
 * The facility in force that covers each obligation, by their public identifiers. It is of today: a statement of another
 * day or cut says nothing of it.
 */
export async function enFacilidad(
  trx: Transaccion,
  { al = trx.hoy, corte }: Cual,
): Promise<ReadonlyMap<string, string>> {
  if (al !== trx.hoy || corte !== undefined) return new Map();
  const { rows } = await sql<{ obligacion: string | null; facilidad: string | null }>`
    select obligacion, facilidad from obligaciones.en_facilidad
    where titular_id = plataforma.actor_titular()`.execute(trx.bd);
  return new Map(rows.map((r) => [r.obligacion ?? '', r.facilidad ?? '']));
}

function cuentaDe(libro: Libro, al: Fecha, hoy: Fecha): Cuenta {
  const obligaciones = estadosAl(libro, al).toSorted(porUrgencia);
  const sumar = (de: (o: ObligacionConEstado) => bigint) => obligaciones.reduce((s, o) => s + de(o), 0n);
  return {
    al,
    hoy,
    libro,
    obligaciones,
    debe: sumar((o) => o.estado.debe),
    vencido: sumar((o) => (o.estado.diasDeMora > 0 ? o.estado.debe : 0n)),
    aFavor: sumar((o) => o.estado.exceso),
    deudas: obligaciones.filter((o) => o.estado.debe > 0n).length,
    porDia: sumar((o) => o.estado.porDia),
    salvedades: [...new Set(obligaciones.flatMap((o) => (o.estado.debe > 0n ? o.estado.salvedades : [])))],
  };
}

const ORDEN = ['vencida', 'en-plazo', 'por-reintegrar', 'a-favor', 'al-dia'];

function porUrgencia(a: ObligacionConEstado, b: ObligacionConEstado): number {
  const [x, y] = [a, b].map((o) => ORDEN.indexOf(claseDe(o.estado)));
  if (x !== y) return (x ?? 0) - (y ?? 0);
  const [antes, despues] = [a.estado.vence ?? '', b.estado.vence ?? ''];
  return antes === despues ? a.anio - b.anio : antes < despues ? -1 : 1;
}

/** A voucher, for the list of movements. */
export interface Hecho {
  numero: bigint;
  clase: string;
  datos: Readonly<Record<string, unknown>>;
  registradoEn: Date;
}

/** What happened until the cut, by its number. */
export async function hechosDe(trx: Transaccion, corte: bigint): Promise<ReadonlyMap<bigint, Hecho>> {
  const filas = await llamar(trx, 'obligaciones.mis_comprobantes', { corte });
  return new Map(
    filas.flatMap(({ numero, clase, datos, registrado_en }) =>
      numero === null || clase === null || registrado_en === null
        ? []
        : [
            [
              numero,
              { numero, clase, datos: (datos ?? {}) as Record<string, unknown>, registradoEn: registrado_en },
            ],
          ],
    ),
  );
}
