import type { Adjunto } from '../pdf/adjuntar.ts';
import type { MarcaDeAgua } from '../pdf/marca-de-agua.ts';

/**
 * How a value is written in its box.
 * - `texto`: from the left, over as many lines as it takes. Unless told.
 * - `cifra`: from the right, on one line.
 * - `lista`: several values, set small and in columns when they are many.
 * - `renglon`: a figure on the line of its name, after its number in a column of its own, as returns print them.
 * - `total`: the same, for what others add up to: its name is set strong.
 */
export const CLASES_IMPRESAS = ['texto', 'cifra', 'lista', 'renglon', 'total'] as const;
export type ClaseImpresa = (typeof CLASES_IMPRESAS)[number];

/** A box of the layout: its key, how many of the columns of its row it takes, and how its value is written. */
export type CasillaDispuesta = readonly [clave: string, ancho: number, clase?: ClaseImpresa];

/** What is in a row and is not a box. */
export type AreaDispuesta =
  /** The GS1-128 of the form, with its element string under it; nothing where the request brings none. */
  | { area: 'barras'; ancho: number }
  /** A line in large type and another in small type; see `Plantilla`. */
  | { area: 'leyenda'; ancho: number; titulo: Plantilla; detalle: Plantilla }
  /** An empty frame where somebody signs or stamps; `alto` in points. */
  | { area: 'firma'; ancho: number; alto: number; rotulo: string };

/** Boxes and areas side by side, as on the form people know; their widths add up to `COLUMNAS`. */
export type FilaDispuesta = readonly (CasillaDispuesta | AreaDispuesta)[];

export const COLUMNAS = 24;

/** A text with `{5}` in the place of the value of box 5, and `{numero}`, `{hoja}` or a text of the request by name. */
export type Plantilla = string;

export interface SeccionDispuesta {
  nombre: string;
  filas: readonly FilaDispuesta[];
  /** It is drawn once for each block of the values that has its boxes, under the block's own name, in one piece. */
  repetida?: true;
  /** Its boxes go down one column and then down the next: read aloud so, and kept on one page where one is enough. */
  porColumnas?: true;
}

export interface HojaDispuesta {
  /** `1`, `2`…: as the form numbers its sheets. Each begins on a page, and takes as many as it needs. */
  clave: string;
  /** Said on the band of its pages instead of its number: «anexo por municipio». */
  nombre?: string;
  /** Pages into which the first sheet is made to fit, where smaller letters are enough; one unless told. */
  paginas?: number;
  secciones: readonly SeccionDispuesta[];
  /** Under the band of each page after the first: whose it is, and what it is worth without the others. */
  avisos?: readonly Plantilla[];
}

/** A printed form, as data: everything about it that is neither a value nor how a box is drawn. */
export interface Disposicion {
  /** `001`. */
  codigo: string;
  titulo: string;
  /** Title of the PDF. */
  documento: string;
  /** Subject of the PDF. */
  asunto: Plantilla;
  /** Said beside the notice of independence on the first page. */
  nota: string;
  /** Said after «DEMOSTRACIÓN, sin validez.» */
  demostracion: string;
  /** File with the data of the form, attached. */
  adjunto: string;
  /** Beside the QR, on the first page. */
  encabezado: SeccionDispuesta;
  /** The first one is printed always; the others, when they have something. */
  hojas: readonly [HojaDispuesta, ...HojaDispuesta[]];
  /** How its pages are numbered; «Página» unless told, as one sheet may take several. */
  numeracion?: 'Página' | 'Hoja';
  /** What each box means and its articles are printed under its name, when the values bring them. */
  conAyuda?: boolean;
  /** Boxes of the form's definition that are left out on purpose, by key, and why. */
  sinImprimir: Readonly<Record<string, string>>;
}

/** A box of a form, filled; as `casillasHoja1` and `bloquesDeHojas` of normas give it, or `casillasDelFormulario`. */
export interface CasillaImpresa {
  /** Its key in the layout: `12`, `984`… Printed where it is a number. */
  numero: string;
  nombre: string;
  seccion: string;
  /** Empty without value; one line for each where there are several. */
  valor: string;
  /** The same apart, where the box has a table: the code is printed strong and its name beside it. */
  partes?: { codigo: string; nombre: string }[];
  /** What it means, with its articles. */
  ayuda?: string;
}

/** A block of a repeated section: a person, a place. */
export interface BloqueImpreso {
  /** Key of its sheet. */
  hoja: string;
  /** «Representante: ROJAS PEÑA MARCELA». Its title, cut to a line: the boxes say it whole. */
  nombre: string;
  casillas: readonly CasillaImpresa[];
}

/** What every printed form of the office carries, whatever its layout. */
export interface PedidoComun {
  generadoEn: Date;
  /** GS1 element string: `codigoBarrasFormulario(gln, numeroFormulario)`. */
  codigoBarras: string;
  /** Public identifier of the document, for who types it instead of scanning. */
  codigo: string;
  /** Text of the QR: `urlDeQr(…)`. */
  qr: string;
  /** Attached under the name that the layout says. */
  datos: object;
  /** Marks the document «DEMOSTRACIÓN, sin validez». */
  demostracion: boolean;
}

type Comprobacion = 'codigoBarras' | 'codigo' | 'qr';

/** The values of a printed form. What was not issued has nothing with which to check it: no barcode, no code, no QR. */
export interface PedidoImpreso
  extends Omit<PedidoComun, Comprobacion>, Partial<Pick<PedidoComun, Comprobacion>> {
  /** Number of this form or slip; empty where it has none yet. */
  numero: string;
  /** Boxes of the sections that are not repeated, in the order of the form. */
  casillas: readonly CasillaImpresa[];
  /** Blocks of the repeated sections, in the order of the form. */
  bloques: readonly BloqueImpreso[];
  /** What the templates of the layout ask for by name. */
  textos: Readonly<Record<string, string>>;
  /** Across every page, instead of that of the demonstration. */
  marca?: MarcaDeAgua;
  /** Said on the first page in white over red: what this paper is not. */
  alerta?: string;
  /** Instead of what the foot says of the seal. */
  pie?: string;
  /** Files that travel inside, beside the data. */
  adjuntos?: readonly Adjunto[];
}
