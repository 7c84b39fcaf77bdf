import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { verificarPdf, type Veredicto } from '@autogestion/documentos';
import { llamada, llamar, type Transaccion } from '../plataforma/index.ts';
import { autoridadesPublicas } from './autoridad.ts';
import type { DocumentoPublico } from './documentos.ts';

/** What the office says of a document to whoever scanned its QR. */
export interface Verificado {
  idPublico: string;
  publico: DocumentoPublico;
  emitidoEn: Date;
  selladoEn: Date | undefined;
  /** SHA-256 of the sealed PDF, hexadecimal. */
  hash: string | undefined;
  /** State of the RUT today and since when, when it can be known. */
  estadoHoy: EstadoConDia | undefined;
}

/** A state and the day from which it holds: `AAAA-MM-DD`. */
interface EstadoConDia {
  estado: string;
  desde: string;
}

/** A port: the registry stands below this room, and knows the state of a NIT today. */
export type EstadoHoy = (trx: Transaccion, nit: string) => Promise<EstadoConDia | undefined>;

/** A port: the room of signatures stands below this one, and signs the list of those that ended. */
export type ListaDeRevocados = (trx: Transaccion) => Promise<Uint8Array>;

export async function verificarDocumento(
  trx: Transaccion,
  idPublico: string,
  estadoHoy: EstadoHoy,
): Promise<Verificado | undefined> {
  const { rows } = await sql<{
    publico: DocumentoPublico;
    emitido_en: Date;
    sellado_en: Date | null;
    hash: Buffer | null;
  }>`
    select publico, emitido_en, sellado_en, hash from ${llamada('sello.documento_publico', { idPublico })}`.execute(
    trx.bd,
  );
  const f = rows[0];
  if (!f) return undefined;
  return {
    idPublico,
    publico: f.publico,
    emitidoEn: f.emitido_en,
    selladoEn: f.sellado_en ?? undefined,
    hash: f.hash?.toString('hex'),
    // What was signed stays signed, whatever became of the registration.
    estadoHoy: f.publico.firma ? undefined : await estadoHoy(trx, f.publico.nit),
  };
}

/** Which of its documents that file is, byte by byte, with its state on its day and today; undefined for any other. */
export async function documentoDelArchivo(
  trx: Transaccion,
  archivo: Uint8Array,
  estadoHoy: EstadoHoy,
): Promise<Verificado | undefined> {
  const hash = createHash('sha256').update(archivo).digest();
  const id = await llamar(trx, 'sello.documento_por_hash', { hash });
  return id === null ? undefined : verificarDocumento(trx, id, estadoHoy);
}

/** Judges a PDF that somebody uploaded. The file is not kept. */
export async function verificarArchivo(
  trx: Transaccion,
  pdf: Uint8Array,
  listaDeRevocados: ListaDeRevocados,
): Promise<Veredicto> {
  const raices = (await autoridadesPublicas(trx)).map((a) => a.raiz);
  return verificarPdf(pdf, { raices, instante: trx.ahora, lista: await listaDeRevocados(trx) });
}

/**
 * Whether the office sealed a PDF and not a byte changed since. Reading the roots is short and asks for a transaction;
 * judging the file takes processor, and does not.
 */
export async function selladoPorLaOficina(
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>,
  pdf: Uint8Array,
): Promise<boolean> {
  const { raices, instante } = await enTransaccion(async (trx) => ({
    raices: (await autoridadesPublicas(trx)).map((a) => a.raiz),
    instante: trx.ahora,
  }));
  return (await verificarPdf(pdf, { raices, instante })).estado === 'integro';
}
