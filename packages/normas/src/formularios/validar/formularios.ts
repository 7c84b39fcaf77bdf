import { desdeHechos, FORMULARIO_210 } from '../210/index.ts';
import { desdeHechos2593, FORMULARIO_2593 } from '../2593/index.ts';
import { desdeHechos260, FORMULARIO_260 } from '../260/index.ts';
import type { Ajustes, EntradaCruda, Formulario } from '../motor/index.ts';

/** What somebody brings of a return: in those of the SIMPLE the municipalities may come beside the boxes. */
export interface DeclaracionCruda extends EntradaCruda {
  municipios?: unknown;
}

/** What is wrong with what was brought, whichever room found it. */
interface FaltaHallada {
  casilla: string;
  mensaje: string;
}

interface OpcionesDeLectura {
  anio: number;
  ajustes: Ajustes;
  esMunicipio?: (codigo: string) => boolean;
}

/** A form of which a return can be tried. */
interface Validable {
  formulario: Formulario;
  /** Facts that fill boxes or rows: without them each datum stands for itself. */
  llenan: readonly string[];
  /** Computed boxes that tell the income where neither rows nor facts do. */
  totales: readonly string[];
  /** What a person knows turned into boxes and rows. */
  preparar: (
    cruda: DeclaracionCruda,
    o: OpcionesDeLectura,
  ) => { cruda: EntradaCruda; faltas: readonly FaltaHallada[]; supuestos?: readonly string[] };
}

const delSimple = (
  formulario: Formulario,
  totales: readonly string[],
  desde: typeof desdeHechos260,
): Validable => ({
  formulario,
  llenan: ['grupo', 'ingresos', 'icaPorMil'],
  totales,
  preparar: (cruda, { anio, esMunicipio }) => desde(cruda, { anio, ...(esMunicipio && { esMunicipio }) }),
});

export type FormularioValidable = '210' | '2593' | '260';

const VALIDABLES: Readonly<Record<FormularioValidable, Validable>> = {
  '210': {
    formulario: FORMULARIO_210,
    llenan: Object.keys(FORMULARIO_210.compuestos ?? {}),
    totales: [],
    preparar: ({ casillas, hechos, anexos }, { anio, ajustes }) =>
      desdeHechos({ casillas, hechos, anexos }, anio, ajustes),
  },
  '2593': delSimple(FORMULARIO_2593, ['39', '41'], desdeHechos2593),
  '260': delSimple(FORMULARIO_260, ['43', '45'], desdeHechos260),
};

export const validable = (codigo: FormularioValidable): Validable => VALIDABLES[codigo];

export const FORMULARIOS_VALIDABLES = Object.keys(VALIDABLES) as readonly FormularioValidable[];
