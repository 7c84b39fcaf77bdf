import type { Hallazgo } from '@autogestion/normas/factura';
import type { Transaccion } from '../../plataforma/index.ts';

/** Who brings a document. */
export interface QuienEntrega {
  /**
   * Transactions in which it is done: of the taxpayer, which row-level security bounds; or of the owner, for an official,
   * a batch that goes on by itself and the office's own.
   */
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>;
  /** For whom, where it is a taxpayer: what another issued is rejected. */
  titular?: string;
  funcionario?: string;
  /** The transactions are the owner's. */
  comoPropietario?: true;
}

export interface ArchivoEntregado {
  nombre: string;
  contenido: Buffer;
  /** Of a batch, and where in it. */
  lote?: { id: string; posicion: number };
}

/** A delivery and what became of it. */
export interface Entrega {
  id: string;
  idPublico: string;
  nombre: string;
  veredicto: 'aceptado' | 'rechazado' | 'repetido';
  tipo: string | null;
  numero: string | null;
  codigo: string | null;
  nitEmisor: string | null;
  hallazgos: Hallazgo[];
  archivo: string;
  respuesta: string;
  respuestaCodigo: '02' | '04';
  recibidaEn: Date;
}
