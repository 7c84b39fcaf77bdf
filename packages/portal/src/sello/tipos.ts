import type { Autoridad } from './autoridad.ts';
import type { Documento } from './documentos.ts';
import type { Transaccion } from '../plataforma/index.ts';

/** A kind of document. The room that issues it registers it; this room knows none by name. */
export interface TipoDocumento {
  tipo: string;
  /** What a person calls it: «Copia del RUT». */
  nombre: string;
  /** Loads what the document says. */
  cargar: (trx: Transaccion, d: Documento) => Promise<unknown>;
  /** Draws the PDF, outside any transaction. */
  dibujar: (cargado: unknown, d: Documento, autoridad: Autoridad) => Promise<Uint8Array>;
  nombreArchivo: (d: Documento) => string;
}

const tipos = new Map<string, TipoDocumento>();

export function registrarTipo(t: TipoDocumento): void {
  tipos.set(t.tipo, t);
}

/** @throws Error when no room registered it. */
export function tipoDe(tipo: string): TipoDocumento {
  const t = tipos.get(tipo);
  if (!t) throw new Error(`No room registered the kind of document ${tipo}`);
  return t;
}
