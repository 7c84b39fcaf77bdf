import { BIENES } from './bienes.ts';
import { GANANCIAS } from './ganancias.ts';
import { INGRESOS } from './ingresos.ts';
import { LO_QUE_RESTA } from './lo-que-resta.ts';
import { OTROS } from './otros.ts';
import type { ColumnaDeTema, Destino, Tema } from './tipos.ts';
import { YA_PAGADO } from './ya-pagado.ts';

/** Everything that may have happened to a resident natural person in a year, in the order in which it is asked. */
export const TEMAS_210: readonly Tema[] = [
  ...INGRESOS,
  ...GANANCIAS,
  ...BIENES,
  ...LO_QUE_RESTA,
  ...YA_PAGADO,
  ...OTROS,
];

const POR_CLAVE = new Map(TEMAS_210.map((t) => [t.clave, t]));

export function temaDe(clave: string): Tema | undefined {
  return POR_CLAVE.get(clave);
}

/** The question of a topic for a taxable year. */
export function preguntaDe(tema: Tema, anio: number): string {
  return tema.pregunta.replaceAll('{anio}', String(anio));
}

/** All the places where a column may go, whatever the rest of its row says. */
export function destinosDe({ destino, tambien = [] }: ColumnaDeTema): Exclude<Destino, { segun: string }>[] {
  return [...(destino ? [destino] : []), ...tambien].flatMap(finales);
}

function finales(d: Destino): Exclude<Destino, { segun: string }>[] {
  return 'segun' in d ? Object.values(d.casos).flatMap(finales) : [d];
}
