import { formatearPesos } from '../dinero/index.ts';
import type { Explicacion } from './explicacion.ts';

const SANGRIA = '  ';

/** The tree as indented plain text: the figure, its sentence, its formula, and below what it is made of. */
export function explicacionEnTexto(explicacion: Explicacion): string {
  return renglones(explicacion).join('\n');
}

/** The tree in words alone, a line for each figure: what a person reads who does not want to do the sums again. */
export function explicacionEnPalabras(explicacion: Explicacion): string {
  return enPalabras(explicacion).join('\n');
}

function enPalabras({ titulo, valor, frase, norma, casilla, partes }: Explicacion): string[] {
  const caja = casilla !== undefined && /^[0-9]/.test(casilla) ? ` (casilla ${casilla})` : '';
  const cifra = typeof valor === 'bigint' ? formatearPesos(valor) : valor;
  return [
    `${titulo}${caja}: ${cifra}. ${conNorma(frase, norma || undefined)}`,
    ...partes.flatMap(enPalabras).map((renglon) => `${SANGRIA}${renglon}`),
  ];
}

function renglones({ titulo, valor, frase, formula, norma, casilla, partes }: Explicacion): string[] {
  // A key stands for a number nobody found: it says nothing to a person.
  const caja = casilla !== undefined && /^[0-9]/.test(casilla) ? ` (casilla ${casilla})` : '';
  const cifra = typeof valor === 'bigint' ? formatearPesos(valor) : valor;
  return [
    `${titulo}${caja}: ${cifra}`,
    ...[
      conNorma(frase, norma),
      ...(formula === undefined ? [] : [formula]),
      ...partes.flatMap(renglones),
    ].map((renglon) => `${SANGRIA}${renglon}`),
  ];
}

/** The article inside the sentence, before its full stop. */
function conNorma(frase: string, norma: string | undefined): string {
  return norma === undefined ? frase : `${frase.replace(/\.$/, '')} (${norma}).`;
}
