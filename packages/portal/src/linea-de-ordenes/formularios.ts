import type { Explicacion } from '@autogestion/normas/explicacion';
import {
  CASILLAS_DE_INGRESOS_BRUTOS,
  desdeHechos,
  FORMULARIO_210,
  obligadoADeclarar,
} from '@autogestion/normas/formularios/210';
import type { HechosObligado } from '@autogestion/normas/formularios/210';
import { desdeHechos2593, FORMULARIO_2593 } from '@autogestion/normas/formularios/2593';
import { desdeHechos260, FORMULARIO_260 } from '@autogestion/normas/formularios/260';
import type { Ajustes, EntradaCruda, Evaluacion, Formulario } from '@autogestion/normas/formularios/motor';
import { municipio } from '@autogestion/normas/geografia';
import type { Pregunta } from './por-lineas.ts';

/** What is wrong with a question, whichever room found it. */
export interface FaltaDeOrdenes {
  codigo: string;
  mensaje: string;
  casilla: string;
}

/** A form as the command line knows it: what its questions carry besides boxes, and what its answers do. */
export interface FormularioDeOrdenes {
  formulario: Formulario;
  /** What its questions carry besides boxes, facts and annexes. */
  propios?: readonly string[];
  preparar(pregunta: Pregunta, anio: number, ajustes: Ajustes): Preparado;
}

/** A question ready to be computed. */
interface Preparado {
  cruda: EntradaCruda;
  faltas: readonly FaltaDeOrdenes[];
  /** Where the boxes that were filled from facts came from, and what was taken for what they lacked. */
  ayudas?: ReadonlyMap<string, Explicacion>;
  supuestos?: readonly string[];
  /** What the form answers besides its boxes. */
  ademas?: (evaluacion: Evaluacion) => Readonly<Record<string, unknown>>;
}

const DE_RENTA: FormularioDeOrdenes = {
  formulario: FORMULARIO_210,
  preparar({ casillas, hechos, anexos }, anio, ajustes) {
    const { obligacion, ...preparada } = desdeHechos({ casillas, hechos, anexos }, anio, ajustes);
    return { ...preparada, ademas: (evaluacion) => ({ obligado: obligado(evaluacion, obligacion) }) };
  },
};

/** Unknown where nothing obliges and something was not said. */
function obligado(evaluacion: Evaluacion, declarados: HechosObligado): boolean | null {
  const suma = (casillas: readonly string[]) =>
    casillas.reduce((total, c) => total + evaluacion.valor(c), 0n);
  const hechos = {
    ...declarados,
    patrimonioBruto: evaluacion.valor('29'),
    ingresosBrutos: suma(CASILLAS_DE_INGRESOS_BRUTOS),
  };
  const { anio, parametros } = evaluacion.plan;
  return obligadoADeclarar(hechos, anio, { redondeo: parametros.redondeo }).obligado ?? null;
}

const delSimple = (formulario: Formulario, desde: typeof desdeHechos260): FormularioDeOrdenes => ({
  formulario,
  propios: ['municipios'],
  preparar: ({ casillas, hechos, anexos, municipios }, anio) =>
    desde(
      { casillas, hechos, anexos, municipios },
      { anio, esMunicipio: (codigo) => municipio(codigo) !== undefined },
    ),
});

export const FORMULARIOS: ReadonlyMap<string, FormularioDeOrdenes> = new Map([
  ['210', DE_RENTA],
  ['260', delSimple(FORMULARIO_260, desdeHechos260)],
  ['2593', delSimple(FORMULARIO_2593, desdeHechos2593)],
]);
