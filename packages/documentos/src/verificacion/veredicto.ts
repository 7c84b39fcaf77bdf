import type { FirmaAdjunta } from '../acta/firma-adjunta.ts';

/** What a document turns out to be. */
type Estado =
  /** The office sealed it and not a byte has changed since. */
  | 'integro'
  /** It was sealed and then changed, or its seal cannot be read. */
  | 'alterado'
  | 'sin-sello'
  /** Whole, but sealed by somebody whom the given roots do not vouch for. */
  | 'sello-de-otra-autoridad'
  /** Whole and of this office, but its seal lacks a valid timestamp or was not in force then. */
  | 'sello-invalido';

export interface Veredicto {
  estado: Estado;
  /** Sentences for the person, in plain Spanish; at least one. */
  razones: string[];
  /** Common name of the certificate that sealed, when the seal's signature verifies. */
  firmante: string | undefined;
  /** Instant that the timestamp proves. */
  estampadoEn: Date | undefined;
  /** Whether the seal's certificate was valid at that instant; undefined when it could not be known. */
  certificadoVigente: boolean | undefined;
  /** Whether the seal covers every byte of the file but its own. */
  cubreTodo: boolean;
  /** The JSON attached, only when the document is `integro`. */
  datos: unknown;
  /** The signature of the person whose act it is, when it is `integro` and carries one. */
  firma: FirmaAdjunta | undefined;
}

export const RAZON = {
  integro: 'La oficina selló este documento y desde entonces no ha cambiado.',
  sinSello:
    'El documento no tiene sello electrónico. Puede ser una impresión escaneada o un documento de otra fuente.',
  vacio: 'El archivo está vacío: pesa 0 bytes. Descárguelo otra vez.',
  noEsPdf: 'El archivo no es un documento PDF completo.',
  agregado: 'Después del sello se agregó contenido al archivo. Pida el documento original.',
  cambiado: 'El contenido no es el que la oficina selló. Pida el documento original.',
  ilegible: 'El sello del archivo está dañado y no se puede comprobar. Pida el documento original.',
  otraAutoridad: 'El documento está completo, pero no lo selló esta oficina.',
  sinEstampa: 'El sello no trae una hora comprobada, así que no se puede saber si era válido cuando se puso.',
  noVigente: 'El certificado del sello no estaba vigente cuando se selló el documento.',
  usoIndebido: 'El certificado con que se selló no sirve para sellar documentos.',
  futuro: 'El sello lleva una hora que todavía no ha llegado.',
} as const;
