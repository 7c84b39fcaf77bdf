import { municipio } from '@autogestion/normas/geografia';
import type { EntradaCruda } from '@autogestion/normas/formularios/motor';
import { MUNICIPIOS, type Preparada } from '@autogestion/normas/formularios/simple';
import type { FaltaDeDeclaracion } from './clase.ts';

/** Six in the year, as the calendar writes them. */
export const BIMESTRES = ['ene-feb', 'mar-abr', 'may-jun', 'jul-ago', 'sep-oct', 'nov-dic'] as const;

type DesdeHechos = (
  cruda: EntradaCruda,
  o: { anio: number; esMunicipio: (codigo: string) => boolean },
) => Preparada;

/** What was answered in a form of the regime; to file it every row says its municipality (ET 908 par. 3). */
export function reunirDelSimple(desde: DesdeHechos, cruda: EntradaCruda, anio: number) {
  const preparada = desde(cruda, { anio, esMunicipio: (codigo) => municipio(codigo) !== undefined });
  const filas = filasDe(cruda.anexos);
  const sinMunicipio = filas.flatMap((fila, i): FaltaDeDeclaracion[] =>
    fila.codigo === undefined || fila.codigo === null
      ? [{ casilla: `${MUNICIPIOS}.${i + 1}.codigo`, mensaje: 'Elija el municipio.' }]
      : [],
  );
  return {
    ...preparada,
    faltas: [...preparada.faltas, ...sinMunicipio],
    ayudas: new Map(),
    supuestos: [],
  };
}

function filasDe(anexos: unknown): Record<string, unknown>[] {
  const suyas = (anexos as Record<string, unknown> | undefined)?.[MUNICIPIOS];
  return Array.isArray(suyas) ? (suyas as unknown[]).map((f) => (f ?? {}) as Record<string, unknown>) : [];
}
