import { casillasDe } from '../motor/index.ts';
import type { Formulario } from '../motor/index.ts';
import type { DeclaracionCruda } from './formularios.ts';

/** A computed cell of an annex that was given; `fila` from zero. */
export interface Celda {
  anexo: string;
  fila: number;
  columna: string;
  crudo: unknown;
}

/** What was brought, with what the form computes set apart. */
interface Separada {
  /** Without computed boxes nor computed cells. */
  escrita: DeclaracionCruda;
  /** Computed boxes that were given: box → as it came. */
  calculadas: Readonly<Record<string, unknown>>;
  /** Boxes that were given, and that a fact which was given too fills. */
  llenadas: Readonly<Record<string, unknown>>;
  /** Computed cells of annexes that were given. */
  celdas: readonly Celda[];
}

export function separar(formulario: Formulario, cruda: DeclaracionCruda): Separada {
  const conFormula = calculadasDe(formulario);
  const llenables = queLlenan(formulario, cruda.hechos);
  const [calculadas, escritas] = partir(cruda.casillas, (clave) => conFormula.has(clave));
  const [llenadas, casillas] = partir(escritas, (clave) => llenables.has(clave));
  const celdas: Celda[] = [];
  const sinCalcular = (anexo: string, filas: unknown): unknown => {
    const columnas = formulario.anexos.find((a) => a.clave === anexo)?.columnas ?? [];
    const suyas = new Set(columnas.flatMap((c) => (c.formula ? [c.clave] : [])));
    if (!Array.isArray(filas)) return filas;
    return filas.map((fila: unknown, i) => {
      const [sobran, quedan] = partir(fila, (columna) => suyas.has(columna));
      for (const [columna, crudo] of Object.entries(sobran)) celdas.push({ anexo, fila: i, columna, crudo });
      return quedan;
    });
  };
  const anexos = esObjeto(cruda.anexos)
    ? Object.fromEntries(Object.entries(cruda.anexos).map(([k, filas]) => [k, sinCalcular(k, filas)]))
    : cruda.anexos;
  const municipios = sinCalcular('municipios', cruda.municipios);
  return {
    escrita: {
      casillas,
      hechos: cruda.hechos,
      anexos,
      ...(municipios !== undefined && municipios !== null && { municipios }),
    },
    calculadas,
    llenadas,
    celdas,
  };
}

const CALCULADAS = new WeakMap<Formulario, ReadonlySet<string>>();

function calculadasDe(formulario: Formulario): ReadonlySet<string> {
  let suyas = CALCULADAS.get(formulario);
  if (!suyas) {
    suyas = new Set(casillasDe(formulario).flatMap((c) => (c.formula ? [c.clave] : [])));
    CALCULADAS.set(formulario, suyas);
  }
  return suyas;
}

/** The boxes that the facts that were given fill; a number of dependants is of the form by itself, and fills none. */
function queLlenan({ compuestos = {} }: Formulario, hechos: unknown): ReadonlySet<string> {
  const dados = esObjeto(hechos) ? hechos : {};
  return new Set(
    Object.entries(compuestos).flatMap(([clave, { casilla }]) => {
      const dado = dados[clave] ?? false;
      return casilla === undefined || dado === false ? [] : [casilla];
    }),
  );
}

/** An object in two; what is none stays whole in the second, for the reader to refuse. What is null was not given. */
function partir(x: unknown, va: (clave: string) => boolean): [Record<string, unknown>, unknown] {
  if (!esObjeto(x)) return [{}, x];
  const dadas = Object.entries(x).filter(([, v]) => v !== null && v !== undefined);
  return [
    Object.fromEntries(dadas.filter(([k]) => va(k))),
    Object.fromEntries(dadas.filter(([k]) => !va(k))),
  ];
}

export function esObjeto(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
