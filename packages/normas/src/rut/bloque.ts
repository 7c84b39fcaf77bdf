import { casilla } from './partes.ts';
import type { Casilla, ParteCasilla } from './partes.ts';

/** Which of the lists of sheets 2 to 6 a block is of. */
export type ListaDeHoja =
  | 'caracteristicas'
  | 'constitucion'
  | 'reforma'
  | 'capital'
  | 'vigilancia'
  | 'estadosDeOrganizacion'
  | 'vinculacion'
  | 'representantes'
  | 'socios'
  | 'revisorFiscal'
  | 'revisorFiscalSuplente'
  | 'contador'
  | 'sedes';

/** One block of sheets 2 to 6, with its boxes as the form numbers them. */
export interface BloqueDeHoja {
  /** `2` to `6`. */
  hoja: string;
  lista: ListaDeHoja;
  /** The same block in two versions has the same key: quality and document, document, or name of the place. */
  clave: string;
  /** «Representante: ROJAS PEÑA MARCELA». */
  nombre: string;
  casillas: Casilla[];
}

export type Fila = readonly [numero: number, nombre: string, partes: ParteCasilla[]];

/** A block of a sheet; boxes without value stay, empty. */
export function bloque(
  hoja: string,
  lista: ListaDeHoja,
  clave: string,
  nombre: string,
  filas: readonly Fila[],
): BloqueDeHoja {
  const seccion = `Hoja ${hoja}. ${nombre}`;
  return {
    hoja,
    lista,
    clave,
    nombre,
    casillas: filas.map(([numero, titulo, partes]) => casilla(String(numero), titulo, seccion, partes)),
  };
}

/** Hundredths of a percent: `3333` → `33,33`. */
export function porcentajeEscrito(centesimas: number): string {
  const [entero, resto] = [Math.trunc(centesimas / 100), String(centesimas % 100).padStart(2, '0')];
  return resto === '00' ? String(entero) : `${entero},${resto}`;
}
