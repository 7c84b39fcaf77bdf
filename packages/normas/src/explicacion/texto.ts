import { formatearPesos } from '../dinero/index.ts';
import type { Explicacion } from './explicacion.ts';

const SANGRIA = '  ';

/** The tree as indented plain text: the figure, its sentence, its formula, and below what it is made of. */
export function explicacionEnTexto(explicacion: Explicacion): string {
  return renglones(explicacion).join('\n');
}

function renglones({ titulo, valor, frase, formula, norma, casilla, partes }: Explicacion): string[] {
  const caja = casilla === undefined ? '' : ` (casilla ${casilla})`;
  const ley = norma === undefined ? '' : ` (${norma})`;
  const cifra = typeof valor === 'bigint' ? formatearPesos(valor) : valor;
  return [
    `${titulo}${caja}: ${cifra}`,
    ...[`${frase}${ley}`, ...(formula === undefined ? [] : [formula]), ...partes.flatMap(renglones)].map(
      (renglon) => `${SANGRIA}${renglon}`,
    ),
  ];
}
