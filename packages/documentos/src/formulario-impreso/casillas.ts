import { definidos } from '@autogestion/normas/definidos';
import { enDecimal, formatearPesos, fraccion } from '@autogestion/normas/dinero';
import {
  ESCALA,
  escribirNorma,
  escribirValor,
  type Anexo,
  type Casilla,
  type Columna,
  type Formulario,
} from '@autogestion/normas/formularios/motor';
import { separarMiles } from '@autogestion/normas/nit';
import type { CasillaImpresa } from './tipos.ts';

/**
 * Values by key: pesos and counts as integers, rates in billionths, marks as one or zero, everything else as text. A
 * code of an annex is the place that the engine gives it, or its text.
 */
export type ValoresDeCasillas = Readonly<Record<string, bigint | string | undefined>>;

interface OpcionesDeCasillas {
  /** Figures without the peso sign, as returns print them. */
  sinSigno?: boolean;
}

/** Every box of a form of the engine, in its order, with its value as it is printed; empty where there is none. */
export function casillasDelFormulario(
  formulario: Formulario,
  valores: ValoresDeCasillas,
  opciones: OpcionesDeCasillas = {},
): CasillaImpresa[] {
  return formulario.secciones.flatMap(({ nombre: seccion, casillas }) =>
    casillas.map((casilla) => {
      const { clave, nombre, ayuda, norma } = casilla;
      const notas = [ayuda, norma && `${escribirNorma(norma)}.`].filter((nota) => nota !== undefined);
      return {
        numero: clave,
        nombre,
        seccion,
        valor: escribir(casilla, valores[clave], opciones),
        ...definidos({ ayuda: notas.length > 0 ? notas.join(' ') : undefined }),
      };
    }),
  );
}

/** The boxes of a row of an annex, in the order of its columns. */
export function casillasDeFila(
  { nombre: seccion, columnas }: Anexo,
  fila: ValoresDeCasillas,
  opciones: OpcionesDeCasillas = {},
): CasillaImpresa[] {
  return columnas.map((columna) => ({
    numero: columna.clave,
    nombre: columna.nombre,
    seccion,
    valor: escribirCelda(columna, fila[columna.clave], opciones),
  }));
}

function escribir(
  { clase }: Pick<Casilla, 'clase'>,
  valor: bigint | string | undefined,
  { sinSigno = false }: OpcionesDeCasillas,
): string {
  if (valor === undefined) return '';
  if (typeof valor === 'string') return valor;
  switch (clase) {
    case 'marca':
      return valor === 0n ? '' : 'X';
    case 'pesos':
      return sinSigno ? separarMiles(String(valor)) : formatearPesos(valor);
    case 'tarifa':
      return escribirValor(fraccion(valor, 1n), 'tarifa');
    case 'cantidad':
    case 'texto':
      return String(valor);
  }
}

function escribirCelda(
  { clase, codigos = [], porMil }: Columna,
  valor: bigint | string | undefined,
  opciones: OpcionesDeCasillas,
): string {
  if (clase === 'codigo') return typeof valor === 'bigint' ? (codigos[Number(valor)] ?? '') : (valor ?? '');
  if (porMil && typeof valor === 'bigint') {
    return `${enDecimal({ numerador: valor * 1_000n, denominador: ESCALA })} por mil`;
  }
  return escribir({ clase }, valor, opciones);
}
