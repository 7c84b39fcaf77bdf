import type { Autoridad } from './autoridad.ts';
import type { Documento, DocumentoPublico, DocumentoSellado } from './documentos.ts';
import { clase, type Transaccion } from '../plataforma/index.ts';

/** A kind of document. The room that issues it brings it; this room knows none by name. */
export interface TipoDocumento {
  tipo: string;
  /** What a person calls it: «Copia del RUT». */
  nombre: string;
  /** Loads what the document says. */
  cargar: (trx: Transaccion, d: Documento) => Promise<unknown>;
  /** Draws the PDF, outside any transaction. */
  dibujar: (cargado: unknown, d: Documento, autoridad: Autoridad) => Promise<Uint8Array>;
  nombreArchivo: (d: Documento) => string;
  /** What it certifies is the state of the RUT: whoever verifies it is told today's beside it. */
  delEstadoDelRut?: true;
  /**
   * Whether what it certified is still so, undefined where nothing is to be told; asked by whoever holds it, who is
   * nobody to its holder.
   */
  hoy?: (
    trx: Transaccion,
    d: { idPublico: string; publico: DocumentoPublico },
  ) => Promise<LoDeHoyDelDocumento | undefined>;
  /** What goes out by mail with it once it is sealed; absent, or undefined for this one, nothing does. */
  carta?: (trx: Transaccion, d: DocumentoSellado) => Promise<Carta | undefined>;
}

/** What became of what a document certified: a sentence that says nothing else of its holder. */
export interface LoDeHoyDelDocumento {
  sigue: boolean;
  frase: string;
}

/** A mail that takes a document. */
export interface Carta {
  destino: string;
  asunto: string;
  texto: string;
  /** Name of the file that goes with it. */
  nombre: string;
  /** Job that hears how the message ended. */
  alTerminar?: string;
}

export const TIPOS_DE_DOCUMENTO = clase<TipoDocumento>('kind of document', (t) => t.tipo);
