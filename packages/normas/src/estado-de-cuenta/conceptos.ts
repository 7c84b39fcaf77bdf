import { periodoEnLlano } from '../calendario/index.ts';
import type { RubroDeCargo } from './movimientos.ts';

/** A tax, or another thing that is owed by year and period. */
export interface Concepto {
  /** As the law and the slip call it; up to 60 characters. */
  nombre: string;
  /** As one says it in a sentence: «Debe $ 412.000 de renta de 2025». */
  enLlano: string;
  /** Where its capital goes (ET 804). */
  rubro: RubroDeCargo;
  /** How often: which periods it may have. */
  periodicidad: readonly Periodicidad[];
}

export type Periodicidad = 'anual' | 'cuatrimestral' | 'bimestral' | 'mensual';

/** The periods of each, as the calendar writes them. */
export const PERIODOS: Readonly<Record<Periodicidad, readonly string[]>> = {
  anual: ['anual'],
  cuatrimestral: ['ene-abr', 'may-ago', 'sep-dic'],
  bimestral: ['ene-feb', 'mar-abr', 'may-jun', 'jul-ago', 'sep-oct', 'nov-dic'],
  mensual: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};

/** What one may owe. The code that the DIAN gives to each was not found in any source: the slip names them. */
export const CONCEPTOS = {
  renta: {
    nombre: 'Impuesto sobre la renta y complementarios',
    enLlano: 'renta',
    rubro: 'impuesto',
    periodicidad: ['anual'],
  },
  iva: {
    nombre: 'Impuesto sobre las ventas (IVA)',
    enLlano: 'IVA',
    rubro: 'impuesto',
    periodicidad: ['bimestral', 'cuatrimestral', 'anual'],
  },
  consumo: {
    nombre: 'Impuesto nacional al consumo (INC)',
    enLlano: 'impuesto al consumo',
    rubro: 'impuesto',
    periodicidad: ['bimestral', 'anual'],
  },
  retencion: {
    nombre: 'Retención en la fuente',
    enLlano: 'retención en la fuente',
    rubro: 'retencion',
    periodicidad: ['mensual'],
  },
  simple: {
    nombre: 'Régimen simple de tributación (SIMPLE)',
    enLlano: 'SIMPLE',
    rubro: 'impuesto',
    periodicidad: ['anual'],
  },
  'anticipo-simple': {
    nombre: 'Anticipo bimestral del SIMPLE',
    enLlano: 'anticipo del SIMPLE',
    rubro: 'anticipo',
    periodicidad: ['bimestral'],
  },
  // What is over in one of these taxes pays no other (DUR 1625 de 2016, art. 1.5.8.3.11 nums. 2 and 6).
  'ica-simple': {
    nombre: 'Industria y comercio (ICA) de la declaración del SIMPLE',
    enLlano: 'ICA del SIMPLE',
    rubro: 'impuesto',
    periodicidad: ['anual'],
  },
  'ganancias-simple': {
    nombre: 'Ganancias ocasionales de la declaración del SIMPLE',
    enLlano: 'ganancias ocasionales del SIMPLE',
    rubro: 'impuesto',
    periodicidad: ['anual'],
  },
  patrimonio: {
    nombre: 'Impuesto al patrimonio',
    enLlano: 'impuesto al patrimonio',
    rubro: 'impuesto',
    periodicidad: ['anual'],
  },
  sancion: {
    nombre: 'Sanción impuesta en resolución independiente',
    enLlano: 'una sanción',
    rubro: 'sancion',
    periodicidad: ['anual'],
  },
} as const satisfies Record<string, Concepto>;

export type CodigoDeConcepto = keyof typeof CONCEPTOS;

export const esConcepto = (texto: string): texto is CodigoDeConcepto => Object.hasOwn(CONCEPTOS, texto);

/** @throws RangeError for a concept that is none. */
export function conceptoDe(codigo: string): Concepto {
  if (!esConcepto(codigo)) throw new RangeError(`No es un concepto: ${codigo}`);
  return CONCEPTOS[codigo];
}

/** Whether a concept has that period: IVA has `ene-feb`, income tax does not. */
export const tienePeriodo = (codigo: CodigoDeConcepto, periodo: string): boolean =>
  CONCEPTOS[codigo].periodicidad.some((p) => PERIODOS[p].includes(periodo));

/** «renta de 2025», «IVA de enero y febrero de 2026», «una sanción de 2024». */
export function obligacionEnPalabras(codigo: string, anio: number, periodo: string): string {
  const { enLlano } = conceptoDe(codigo);
  const cuando = periodoEnLlano(periodo, anio);
  return `${enLlano} de ${periodo === 'anual' ? cuando : `${cuando} de ${anio}`}`;
}
