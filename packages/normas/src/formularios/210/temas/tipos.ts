import type { Explicacion } from '../../../explicacion/index.ts';
import type { EntradaCruda } from '../../motor/index.ts';
import type { Falla } from '../../../resultado/index.ts';
import type { NombreDeAyuda } from './ayudas.ts';
import type { Renglon } from './renglon.ts';

/**
 * Where a column goes. A person does not think in boxes but in what happened in the year; this is the way from one to
 * the other.
 * - `casilla`: its amounts are added into that box. With `ayuda`, what goes in is not the amount but what the law makes
 *   of it (half of the 4 por mil, a gift up to its limit): a function of `ayudas.ts`.
 * - `hecho`: a fact of the form (`loterias`) or of what it is filled from (`deducciones.salud.pagado`). A `*` is the row
 *   (`dependientes.*.edad`). Several answers are added, unless `combina` says otherwise.
 * - `segun`: another column of the row decides, by the option that was chosen (`si` or `no` where it asks that).
 */
export type Destino =
  | { casilla: string; ayuda?: NombreDeAyuda }
  | { hecho: string; combina?: 'mayor' }
  | { segun: string; casos: Readonly<Record<string, Destino>> };

export interface OpcionDeColumna {
  clave: string;
  nombre: string;
}

export interface ColumnaDeTema {
  clave: string;
  nombre: string;
  /** `pesos` and `cantidad` are whole numbers from zero on. */
  clase: 'pesos' | 'cantidad' | 'texto' | 'opcion' | 'si-no';
  /** Of a column of class `opcion`. */
  opciones?: readonly OpcionDeColumna[];
  ayuda?: string;
  norma: string;
  obligatoria?: true;
  /** Least and most that a `cantidad` may be. */
  entre?: readonly [number, number];
  /**
   * An option that the office chooses when the person does not: the first class of income that there was, in the order
   * in which they use the common quota (ET 336 num. 3; Resolución DIAN 000120 de 2024).
   */
  siFalta?: 'primera-renta';
  /** Absent: it describes the row, or another column reads it. */
  destino?: Destino;
  /** Where else the same amount goes: a lottery is a gain and also a fact of its rate. */
  tambien?: readonly Destino[];
}

/** Something that may have happened to a person in the year, with what has to be known of it. */
export interface Tema {
  clave: string;
  nombre: string;
  /** `{anio}` stands for the taxable year: see `preguntaDe`. */
  pregunta: string;
  ayuda?: string;
  norma: string;
  grupo: 'ingresos' | 'bienes-y-deudas' | 'lo-que-resta' | 'ya-pagado' | 'otros';
  /** May have more than one row. */
  varios: boolean;
  columnas: readonly ColumnaDeTema[];
  /** No third party reports it: it is asked outright. */
  nadieReporta?: true;
  /** Name of the section of `FORMULARIO_210` where most of it goes. */
  seccion: string;
}

export type RespuestaDeTema = { aplica: false } | { aplica: true; renglones: readonly Renglon[] };

/** By key of topic. One that is absent has not been answered, which is not the same as a no. */
export type RespuestasDeTemas = Readonly<Record<string, RespuestaDeTema>>;

export type CodigoDeTema =
  | 'tema-desconocido'
  | 'columna-desconocida'
  | 'sin-renglones'
  | 'un-solo-renglon'
  | 'vacio'
  | 'forma'
  | 'negativo'
  | 'decimales'
  | 'largo'
  | 'opcion'
  | 'contradiccion';

/** What is wrong, in plain Spanish, and where. `renglon` counts from zero. */
export type FaltaDeTema = Falla<CodigoDeTema, { tema: string; renglon?: number; columna?: string }>;

/** One of the answers of which a box or a fact is made. `valor` is what the person wrote, before any limit. */
export interface Origen {
  tema: string;
  /** From zero. */
  renglon: number;
  columna: string;
  valor: number | string | boolean;
}

export interface DesdeTemas {
  /** Ready for `desdeHechos` and, after it, `leerEntrada`. Plain JSON. */
  cruda: EntradaCruda & { casillas: Record<string, number>; hechos: Record<string, unknown> };
  /** By box (`32`) or fact (`deducciones.salud.pagado`, `dependientes`). */
  origenes: ReadonlyMap<string, readonly Origen[]>;
  /** How the boxes that have a help of their own came about; those of the facts are told by `desdeHechos`. */
  ayudas: ReadonlyMap<string, readonly Explicacion[]>;
  faltas: FaltaDeTema[];
  /** Worth a look, and nothing to stop for: something that was paid and cannot lower this tax. */
  avisos: FaltaDeTema[];
}
