import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { llamar, type Transaccion } from '../../plataforma/index.ts';

/** A thing that a taxpayer has to know of: a document that they issued or received. */
export interface Novedad {
  n: bigint;
  dia: Fecha;
  papel: 'emisor' | 'adquirente';
  tipo: string;
  nit_emisor: string;
  codigo: string;
  /** Hundredths. */
  total: bigint;
  huella: Buffer;
}

/** Those after a number, in their order, and how many there are in all. */
export async function novedadesDesde(
  trx: Transaccion,
  { desde, limite }: { desde: bigint; limite: number },
): Promise<{ novedades: Novedad[]; ultima: bigint; huella: Buffer | undefined }> {
  const { rows } =
    await sql<Novedad>`select n, dia::text as dia, papel, tipo, nit_emisor, codigo, total, huella
    from facturas.novedad where clave = (facturas.mis_claves())[1] and n > ${desde} order by novedad.n limit ${limite}`.execute(
      trx.bd,
    );
  const cuenta = await sql<{ ultima: bigint; huella: Buffer }>`select ultima, huella from facturas.cuenta
    where clave = (facturas.mis_claves())[1]`.execute(trx.bd);
  return { novedades: rows, ultima: cuenta.rows[0]?.ultima ?? 0n, huella: cuenta.rows[0]?.huella };
}

export interface DiaContado {
  cuantas: bigint;
  suma: string;
  primera: bigint | null;
  ultima: bigint | null;
  huella: Buffer | null;
  cerrado: boolean;
}

/** What a day had; one that is over is closed by asking. */
export async function diaContado(trx: Transaccion, dia: Fecha): Promise<DiaContado> {
  const filas = await llamar(trx, 'facturas.mi_dia', { dia, hoy: trx.hoy });
  const [f] = filas;
  return {
    cuantas: f?.cuantas ?? 0n,
    suma: f?.suma ?? '0',
    primera: f?.primera ?? null,
    ultima: f?.ultima ?? null,
    huella: f?.huella ?? null,
    cerrado: f?.cerrado ?? false,
  };
}
