import type { Adjunto } from '../pdf/adjuntar.ts';

/**
 * What a person has before their eyes when they sign, and what the document prints afterwards: one thing, so that
 * what is seen is what is signed. JSON; its hash goes into the signature.
 */
export interface Presentacion {
  titulo: string;
  secciones: SeccionPresentada[];
}

export interface SeccionPresentada {
  titulo: string;
  parrafos?: string[];
  filas?: FilaPresentada[];
}

/** A label and what it says. Its key is `clave`, not `rotulo`, because these rows are stored and their hash is signed. */
export interface FilaPresentada {
  clave: string;
  valor: string;
}

export interface RotulosDelActa {
  /** What the file says of itself: `Acuse de recibo`. */
  asunto: string;
  /** Beside the QR: what the document is and how to check it. */
  explicacion: string;
  /** Heading of the rows at the end. */
  cierre: string;
}

/** What is read first: the decision itself, or the number under which something was filed. */
interface Destacado {
  rotulo: string;
  valor: string;
  /** A line under it. */
  debajo?: string;
  /** Whose it is and what it is about: a few short rows. */
  filas?: FilaPresentada[];
}

export interface PedidoActa {
  /** Number of the form, where the act has one: `10036`. */
  formulario?: string;
  presentacion: Presentacion;
  /** Large, on the first sheet. */
  destacado?: Destacado;
  /** Who signed, when, with what: printed after the act. */
  firma: FilaPresentada[];
  /** What kind of document it is, where it is not an act that a person signed. */
  rotulos?: RotulosDelActa;
  adjuntos: Adjunto[];
  generadoEn: Date;
  /** Public identifier of the document, for who types it instead of scanning. */
  codigo: string;
  /** Text of the QR: `urlDeQr(…)`. */
  qr: string;
  demostracion: boolean;
}
