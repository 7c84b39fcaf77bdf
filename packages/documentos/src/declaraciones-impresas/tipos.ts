import type { Formulario } from '@autogestion/normas/formularios/motor';
import type { FilaPresentada } from '../acta/index.ts';
import type { ValoresDeCasillas } from '../formulario-impreso/index.ts';
import type { Adjunto } from '../pdf/adjuntar.ts';

/** Whose the return is, as the register knows them. What the boxes of the return say stands above it. */
export interface DeclaranteImpreso {
  /** Without its check digit. */
  nit: string;
  dv: number;
  /** In one line: surnames and names, or the name of the company. */
  nombre: string;
  primerApellido?: string;
  segundoApellido?: string;
  primerNombre?: string;
  otrosNombres?: string;
  razonSocial?: string;
}

/** Something that another reported and the return says otherwise. */
export interface Diferencia {
  /** «Salarios que reportó ACME S. A. S., casilla 32». */
  que: string;
  /** Whole pesos, or in words. */
  reportado: bigint | string;
  declarado: bigint | string;
  /** Why, as the person wrote it. */
  razon: string;
}

interface PedidoDeCualquiera {
  /** 210, 2593 or 260. */
  formulario: Formulario;
  /** By key of box. What nobody wrote is absent; what is computed is there, although it is zero. */
  valores: ValoresDeCasillas;
  /** Rows of each annex by its key, with their cells by column, the computed ones too. */
  filas: Readonly<Record<string, readonly ValoresDeCasillas[]>>;
  declarante: DeclaranteImpreso;
  /** Printed at the end as an annex, where there is any. */
  anexoDiferencias?: readonly Diferencia[];
  /** Files that travel inside, such as `adjuntosDelActo` gives; the values go always. */
  adjuntos?: readonly Adjunto[];
  generadoEn: Date;
  /** Marks the document «DEMOSTRACIÓN, sin validez». */
  demostracion: boolean;
}

/** A return as it goes: it has no number, nor anything with which to check it. */
interface PedidoDeBorrador {
  estado: 'borrador';
}

/** A return that was signed. */
interface PedidoDeFirmada {
  /** `pendiente-de-pago`: signed, and not filed until it is paid; a 210 is filed without paying. */
  estado: 'presentada' | 'pendiente-de-pago' | 'reemplazada';
  /** Number of the form. */
  numero: string;
  /** Under which the office received it. */
  radicado?: string;
  /** When it was filed, or signed where it waits to be paid. */
  presentadaEn: Date;
  /** Number of the one that took its place. */
  reemplazadaPor?: string;
  /** Who signed, when, with what: printed after the boxes, as in an acta. */
  firma?: readonly FilaPresentada[];
  /** Global Location Number of the operator of the office, for the barcode. */
  gln: string;
  /** Public identifier of the document, for who types it instead of scanning. */
  codigo: string;
  /** Text of the QR: `urlDeQr(…)`. */
  qr: string;
}

/** A return to print: as it goes, or signed. */
export type PedidoDeclaracion = PedidoDeCualquiera & (PedidoDeBorrador | PedidoDeFirmada);
