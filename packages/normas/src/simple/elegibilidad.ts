import { formatearPesos } from '../dinero/index.ts';
import { enPesos } from '../uvt/index.ts';
import type { Condicion, IdCondicion } from './condicion.ts';
import { CONDICIONES_905 } from './condiciones-905.ts';
import { CONDICIONES_906 } from './condiciones-906.ts';
import type { Estado, HechosSimple, TipoDePersona } from './hechos.ts';
import { tarifasSimple } from './tarifas.ts';

export const CONDICIONES: readonly Condicion[] = [...CONDICIONES_905, ...CONDICIONES_906];

/** A condition, answered. */
export interface CondicionEvaluada {
  id: IdCondicion;
  estado: Estado;
  articulo: string;
  pregunta: string;
  /** A plain sentence that says why it holds, why not, or what is missing. */
  explicacion: string;
  subsanable: boolean;
}

export interface Elegibilidad {
  /** `no-cumple` as soon as one fails; `no-se-sabe` while none fails and one is unknown. */
  estado: Estado;
  /** What fails cannot be put right: the person is not for this regime this year. */
  definitiva: boolean;
  condiciones: readonly CondicionEvaluada[];
}

/** The limit of income of a year, in pesos of the year in which the income was received. */
export interface LimiteDeIngresos {
  pesos: bigint;
  /** The year whose UVT was taken. */
  anioDeLaUvt: number;
  norma: string;
}

/**
 * The limit of ET 905 num. 2. The article does not say the UVT of which year: each income is measured with
 * that of its own year, a parameter of this office.
 *
 * @param anio year for which one enters.
 * @throws AnioSinTarifas, AnioSinUvt
 */
export function limiteDeIngresos(anio: number, empiezaEsteAnio: boolean): LimiteDeIngresos {
  const { limite } = tarifasSimple(anio);
  const anioDeLaUvt = empiezaEsteAnio ? anio : anio - 1;
  return { pesos: enPesos(limite.uvt, anioDeLaUvt).aproximado, anioDeLaUvt, norma: limite.norma };
}

/**
 * Whether somebody may be in the SIMPLE in a year (ET 905, 906 and 914), condition by condition. What is
 * not known is said, and never taken for a yes.
 *
 * @throws AnioSinTarifas, AnioSinUvt
 */
export function elegibilidadSimple(tipo: TipoDePersona, hechos: HechosSimple, anio: number): Elegibilidad {
  const limite = limiteDeIngresos(anio, hechos.empiezaEsteAnio ?? false);
  const evaluadas = CONDICIONES.filter((c) => c.aplicaA.includes(tipo)).map((c) =>
    evaluar(c, hechos, limite),
  );
  const fallan = evaluadas.filter((c) => c.estado === 'no-cumple');
  const seSabeTodo = evaluadas.every((c) => c.estado !== 'no-se-sabe');
  return {
    estado: fallan.length > 0 ? 'no-cumple' : seSabeTodo ? 'cumple' : 'no-se-sabe',
    definitiva: fallan.some((c) => !c.subsanable),
    condiciones: evaluadas,
  };
}

function evaluar(
  { id, articulo, pregunta, subsanable, estado, razon }: Condicion,
  hechos: HechosSimple,
  { pesos, anioDeLaUvt }: LimiteDeIngresos,
): CondicionEvaluada {
  const respuesta = estado(hechos, pesos);
  const deIngresos = id === 'ingresos' || id === 'ingresos-consolidados';
  const cifra = deIngresos ? ` El límite es de ${formatearPesos(pesos)}, con la UVT de ${anioDeLaUvt}.` : '';
  return {
    id,
    estado: respuesta,
    articulo,
    pregunta,
    explicacion: `${razon[respuesta]}${cifra}`,
    subsanable,
  };
}
