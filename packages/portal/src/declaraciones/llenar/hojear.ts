import type { Anexo } from '@autogestion/normas/formularios/motor';
import { plegar } from '@autogestion/normas/texto';
import { celdaEnPalabras, type FilaEscrita } from '../clases/index.ts';

/** Rows on a page of an annex: one may have thousands. */
export const FILAS_POR_PAGINA = 50;

/** What is looked at of an annex. */
export interface QueHoja {
  /** From 1; one that is not there is the last. */
  pagina: number;
  /** Words that a row must say, all of them, whatever their accents; nothing says every row. */
  busca: string;
}

export interface Hoja extends QueHoja {
  paginas: number;
  /** How many rows say what is looked for. */
  halladas: number;
  /** Those of this page, by their place in the annex, from 0. */
  indices: readonly number[];
}

export function hojear(anexo: Anexo, filas: readonly FilaEscrita[], { pagina, busca }: QueHoja): Hoja {
  const palabras = plegar(busca).split(/\s+/).filter(Boolean);
  const halladas = filas.flatMap((fila, i) =>
    palabras.length === 0 || loDiceTodo(anexo, fila, palabras) ? [i] : [],
  );
  const paginas = Math.max(1, Math.ceil(halladas.length / FILAS_POR_PAGINA));
  const actual = Math.min(pagina, paginas);
  const desde = (actual - 1) * FILAS_POR_PAGINA;
  return {
    pagina: actual,
    busca,
    paginas,
    halladas: halladas.length,
    indices: halladas.slice(desde, desde + FILAS_POR_PAGINA),
  };
}

/** What rows are looked for by goes in an address: places, activities and groups, never figures nor names of people. */
export const seBusca = ({ columnas }: Anexo) =>
  columnas.filter((c) => c.clase === 'codigo' || c.lectura === 'municipio' || c.lectura === 'ciiu');

function loDiceTodo(anexo: Anexo, fila: FilaEscrita, palabras: readonly string[]): boolean {
  const texto = plegar(
    seBusca(anexo)
      .map((c) => `${fila[c.clave] ?? ''} ${celdaEnPalabras(c, fila[c.clave])}`)
      .join(' '),
  );
  return palabras.every((p) => texto.includes(p));
}
