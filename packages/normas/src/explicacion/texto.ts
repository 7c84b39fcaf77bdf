import { formatearPesos } from '../dinero/index.ts';
import type { Explicacion } from './explicacion.ts';

const SANGRIA = '  ';

/** The tree as indented plain text: the figure, its sentence, its formula, and below what it is made of. */
export function explicacionEnTexto(explicacion: Explicacion): string {
  return renglones(explicacion).join('\n');
}

function renglones({ titulo, valor, frase, formula, norma, casilla, partes }: Explicacion): string[] {
  const caja = casilla === undefined ? '' : ` (casilla ${casilla})`;
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
