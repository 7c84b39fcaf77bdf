import { sql } from 'kysely';
import type { Aparte, Veredicto } from '@autogestion/documentos';
import { leerAparte, llamada, llamar, type Transaccion } from '../plataforma/index.ts';
import { autoridadesPublicas } from './autoridad.ts';
import type { DocumentoPublico } from './documentos.ts';
import { TIPOS_DE_DOCUMENTO, type LoDeHoyDelDocumento } from './tipos.ts';

/** What the office says of a document to whoever scanned its QR. */
export interface Verificado {
  idPublico: string;
  publico: DocumentoPublico;
  emitidoEn: Date;
  selladoEn: Date | undefined;
  /** SHA-256 of the sealed PDF, hexadecimal. */
  hash: string | undefined;
  /** State of the RUT today and since when, of what certified it and when it can be known. */
  estadoHoy: EstadoConDia | undefined;
  /** Whether any other thing that it certified is still so. */
  hoy: LoDeHoyDelDocumento | undefined;
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
    tipo: string;
    publico: DocumentoPublico;
    emitido_en: Date;
    sellado_en: Date | null;
    hash: Buffer | null;
  }>`
    select tipo, publico, emitido_en, sellado_en, hash from ${llamada('sello.documento_publico', { idPublico })}`.execute(
    trx.bd,
  );
  const f = rows[0];
  if (!f) return undefined;
  const tipo = trx.casa.todos(TIPOS_DE_DOCUMENTO).find((t) => t.tipo === f.tipo);
  return {
    idPublico,
    publico: f.publico,
    emitidoEn: f.emitido_en,
    selladoEn: f.sellado_en ?? undefined,
    hash: f.hash?.toString('hex'),
    // What was signed or decided stays so, whatever became of the registration.
    estadoHoy: tipo?.delEstadoDelRut && (await estadoHoy(trx, f.publico.nit)),
    hoy: await tipo?.hoy?.(trx, { idPublico, publico: f.publico }),
  };
}

interface ParaVerificarArchivo {
  aparte: Aparte;
  estadoHoy: EstadoHoy;
  listaDeRevocados: ListaDeRevocados;
}

interface ArchivoVerificado {
  veredicto: Veredicto;
  /** Which of the office's documents it is, byte by byte, with its state on its day and today. */
  documento: Verificado | undefined;
}

/**
 * Judges a PDF that somebody uploaded, in a thread apart and without a connection held meanwhile. The file is not kept:
 * who asks hands it over.
 * @returns undefined when reading it asks for more than any document of the office
 * @throws ErrorDominio 503 when too many wait
 */
export async function verificarArchivo(
  e: ParaVerificarArchivo,
  enTransaccion: EnUnaTransaccion,
  archivo: Uint8Array,
): Promise<ArchivoVerificado | undefined> {
  const confianza = await enTransaccion(async (trx) => ({
    ...(await raicesDeHoy(trx)),
    lista: await e.listaDeRevocados(trx),
  }));
  const hash = await huellaDe(archivo);
  const veredicto = await leerAparte(() => e.aparte.hacer('verificarPdf', archivo, confianza));
  if (!veredicto) return undefined;
  const documento =
    veredicto.estado === 'integro'
      ? await enTransaccion(async (trx) => {
          const id = await llamar(trx, 'sello.documento_por_hash', { hash });
          return id === null ? undefined : verificarDocumento(trx, id, e.estadoHoy);
        })
      : undefined;
  return { veredicto, documento };
}

/**
 * What a PDF's seal says, with the data that it carries where the office sealed it and not a byte changed since; read
 * apart, of a copy.
 * @returns undefined when reading it asks for more than any document of the office
 * @throws ErrorDominio 503 when too many wait
 */
export async function leerSellado(
  { aparte }: { aparte: Aparte },
  enTransaccion: EnUnaTransaccion,
  pdf: Uint8Array,
): Promise<Pick<Veredicto, 'estado' | 'datos'> | undefined> {
  const confianza = await enTransaccion(raicesDeHoy);
  return leerAparte(() => aparte.hacer('verificarPdf', new Uint8Array(pdf), confianza));
}

/** Whether the office sealed a PDF and not a byte changed since. */
export const selladoPorLaOficina = async (...de: Parameters<typeof leerSellado>): Promise<boolean> =>
  (await leerSellado(...de))?.estado === 'integro';

type EnUnaTransaccion = <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>;

const raicesDeHoy = async (trx: Transaccion) => ({
  raices: (await autoridadesPublicas(trx)).map((a) => a.raiz),
  instante: trx.ahora,
});

/** In the pool of threads: the file may be large. */
const huellaDe = async (archivo: Uint8Array): Promise<Buffer> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', archivo as Uint8Array<ArrayBuffer>));
