import { DIGITOS_MAXIMOS } from '../../dinero/index.ts';
import { LARGO_MAXIMO_NIT } from '../../nit/index.ts';
import type { Condicion, Expresion } from './expresion.ts';
import type { Compuestos } from './lectura.ts';

/**
 * What a value is, and so how it is read, rounded and written.
 * - `pesos`: whole pesos, rounded as the return's boxes are.
 * - `cantidad`: a count; not rounded.
 * - `tarifa`: a rate in billionths.
 * - `marca`: one or zero; written with an X.
 * - `texto`: words or digits that nothing is computed from.
 */
export type Clase = 'pesos' | 'cantidad' | 'tarifa' | 'marca' | 'texto';

/** A box of the form, with or without a formula. */
export interface Casilla {
  /** Its printed number, or a stable key in words where the number is not known. */
  clave: string;
  nombre: string;
  clase: Clase;
  /** Articles: `ET 336 num. 3`. */
  norma?: string;
  /** What to write in it, or what it means, in plain words. */
  ayuda?: string;
  /** Absent: the person (or the registry) writes it. */
  formula?: Expresion;
  /** A sentence for this box in the place of the one that its formula gives. */
  frase?: string;
  /** How sure its number, label and formula are, where it is not `alta`. */
  confianza?: 'media' | 'baja';
  /** Who fills a box that the person does not write: the tax register, or the office when it numbers the return. */
  origen?: 'rut' | 'oficina';
  /** How a text is read; any text unless told. */
  lectura?: 'nit' | 'dv' | 'digitos';
  /** How many characters a text may have, where it is fewer than `LARGO_TEXTO`; see `largoDe`. */
  largo?: number;
}

export interface Seccion {
  nombre: string;
  casillas: readonly Casilla[];
}

/** Something the form does not print but its boxes need: a fact about the person. */
export interface Hecho {
  clave: string;
  nombre: string;
  clase: Exclude<Clase, 'texto'>;
  norma?: string;
  ayuda?: string;
  /** What is taken when it is not given; zero unless told. */
  siFalta?: bigint;
  /** That taking it may cost the person something: what is said then, with what else it could be. */
  supuesto?: Supuesto;
  /** Least and most that it may be. */
  entre?: readonly [bigint, bigint];
  /** It is a part of a box, and so rounded as boxes are. */
  deCasilla?: true;
}

/** What a form takes for a fact that nobody gave. */
export interface Supuesto {
  /** The box that changes with it: nothing is said where it is zero. */
  casilla: string;
  /** Only when this holds; always, unless told. */
  cuando?: Condicion;
  /** A whole sentence: what was taken, and what else it could be. */
  mensaje: string;
}

/** A result on the way that has a name of its own in the law, such as the common quota of ET 336. */
export interface Auxiliar {
  clave: string;
  nombre: string;
  clase: 'pesos' | 'cantidad' | 'tarifa';
  norma?: string;
  formula: Expresion;
}

export interface Columna {
  clave: string;
  nombre: string;
  clase: 'pesos' | 'tarifa' | 'codigo' | 'texto';
  norma?: string;
  /** What to write in it, in plain words. */
  ayuda?: string;
  /** The codes that a column of class `codigo` takes. */
  codigos?: readonly string[];
  /** What each of them means, in their order. */
  nombres?: readonly string[];
  /** Of which list a text is a code; any text unless told. */
  lectura?: 'municipio' | 'ciiu';
  /** Over columns of the same row alone. Absent: the person writes it. */
  formula?: Expresion;
  /** A cell may be left empty: it counts as zero. */
  opcional?: true;
  /** A rate written as so many per thousand, as those of ICA are. */
  porMil?: true;
}

/** A sheet of rows, such as the income of each municipality. */
export interface Anexo {
  clave: string;
  nombre: string;
  filasMaximas: number;
  columnas: readonly Columna[];
}

/** A quota that several boxes use in order; each takes what is left, up to what it asks and to its own ceiling. */
export interface Reparto {
  nombre: string;
  norma: string;
  cupo: Expresion;
  turnos: readonly TurnoDeReparto[];
}

export interface TurnoDeReparto {
  casilla: string;
  pretendido: Expresion;
  /** The part of what is asked that the quota does not limit. */
  libre: Expresion;
  techo: Expresion;
}

/** A rule that a return may break without any single box being wrong. */
export interface Reparo {
  codigo: string;
  /** The box to mark. */
  casilla: string;
  /** `error` keeps it from being filed; `aviso` only warns. */
  gravedad: 'error' | 'aviso';
  norma: string;
  /** It is broken when this holds. */
  cuando: Condicion;
  /** Plain words; `{limite}` is replaced by the value of `limite`, in pesos. */
  mensaje: string;
  limite?: Expresion;
}

/** An open point of the sources: how it is read, and what else it could be. */
export interface Opcion {
  nombre: string;
  defecto: string;
  casos: Readonly<Record<string, string>>;
  /** Why it is open. */
  nota: string;
  /** The law itself lets the person choose: there is nothing uncertain in it. */
  eleccion?: true;
}

/** One value of a dated parameter. `hasta` is included; absent, it still holds. */
export interface Vigencia<T> {
  desde: number;
  hasta?: number;
  valor: T;
}

export interface TramoEnUvt {
  /** Lower bound in UVT, included. */
  desde: string;
  tarifa: string;
  /** UVT added, in a progressive table. */
  mas?: string;
}

export type Parametro = { nombre: string; norma: string; confianza?: 'media' | 'baja' } & (
  | { tipo: 'tarifa' | 'numero'; vigencias: readonly Vigencia<string>[] }
  /** `alPresentar`: in UVT of the year in which the return is due, the one after that which it declares. */
  | { tipo: 'uvt'; alPresentar?: true; vigencias: readonly Vigencia<string>[] }
  | { tipo: 'tabla' | 'rangos'; vigencias: readonly Vigencia<readonly TramoEnUvt[]>[] }
);

/** A form: everything about it that is not a year nor a taxpayer. */
export interface Formulario {
  codigo: string;
  nombre: string;
  /** Where its boxes were read. */
  fuente: string;
  /** First and last taxable year for which the definition was checked. */
  anios: { desde: number; hasta: number };
  secciones: readonly Seccion[];
  hechos: readonly Hecho[];
  /** Facts that are more than one value, from which boxes are filled before computing. */
  compuestos?: Compuestos;
  auxiliares: readonly Auxiliar[];
  anexos: readonly Anexo[];
  repartos: Readonly<Record<string, Reparto>>;
  reparos: readonly Reparo[];
  parametros: Readonly<Record<string, Parametro>>;
  opciones: Readonly<Record<string, Opcion>>;
}

const LARGO_TEXTO = 120;

/** How many characters the value of a box may have, without points nor sign: what it needs on a page and on paper. */
export function largoDe({ clase, lectura, largo }: Pick<Casilla, 'clase' | 'lectura' | 'largo'>): number {
  switch (clase) {
    case 'pesos':
    case 'cantidad':
      return DIGITOS_MAXIMOS;
    case 'tarifa':
      return '1234,123456'.length;
    case 'marca':
      return 1;
    case 'texto':
      return lectura === 'nit' ? LARGO_MAXIMO_NIT : lectura === 'dv' ? 1 : (largo ?? LARGO_TEXTO);
  }
}

export function casillasDe(formulario: Formulario): Casilla[] {
  return formulario.secciones.flatMap((s) => s.casillas);
}
