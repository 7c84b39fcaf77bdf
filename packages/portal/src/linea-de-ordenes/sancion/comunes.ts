import { definidos } from '@autogestion/normas/definidos';
import { anioDe, fechaEnBogota, sumarDias, sumarMeses } from '@autogestion/normas/fechas';
import type { Fecha } from '@autogestion/normas/fechas';
import type { Resultado } from '@autogestion/normas/resultado';
import {
  ACTOS_PREVIOS,
  gradualidad,
  mesesDeRetardo,
  reduccionDeclarada,
} from '@autogestion/normas/sanciones';
import type { Gradualidad, Liquidacion, QuienLiquida, Sancion } from '@autogestion/normas/sanciones';
import { anio, dia, entero, falta, siNo, unoDe } from '../campos.ts';
import type { Campos, Valores } from '../campos.ts';
import { ErrorDeUso } from '../error-de-uso.ts';
import type { Pregunta } from '../por-lineas.ts';

export interface Liquidada {
  /** The one asked for. */
  elegida: Sancion;
  /** Before and after the emplazamiento, where that changes it. */
  momentos?: { antes: Sancion; despues: Sancion };
  /** What was taken for what nobody said: whole sentences. */
  supuestos: readonly string[];
  /** What only this class says. */
  propios?: { meses: number; base?: string };
}

/** One sanction of the command line. */
export interface Clase {
  /** Its name and the number of its article. */
  nombres: readonly string[];
  ayuda: string;
  campos: Campos;
  liquidar: (pregunta: Pregunta) => Liquidada;
}

/** What every class accepts. */
export const COMUNES = {
  anioUvt: anio('anioUvt'),
  anio: anio('anio', 'anioPresenta', 'anioPresentacion'),
  anioGravable: anio('anioGravable'),
  redondeo: unoDe({ mil: 'mil', peso: 'peso' } as const, 'redondeo'),
  reduccion: unoDe({ '50': 50, '75': 75, '50%': 50, '75%': 75, '0.5': 50, '0.75': 75 } as const, 'reduccion'),
  /** What decides the reduction, for who does not know it (ET 640). */
  aniosSinLaMisma: entero(100, 'aniosSinLaMisma', 'aniosSinLaMismaFalta'),
  actoPrevio: unoDe(Object.fromEntries(ACTOS_PREVIOS.map((a) => [a, a])), 'actoPrevio'),
  aceptadaYSubsanada: siNo('aceptadaYSubsanada'),
  reincidente: siNo('reincidente'),
  explicar: siNo('explicar'),
};

/** How late a return was. */
export const RETARDO = {
  vence: dia('vence', 'vencimiento', 'fechaVencimiento'),
  meses: entero(1_200, 'meses', 'mesesRetardo', 'mesesDeRetardo'),
};

export const INSPECCION = { inspeccion: siNo('inspeccion', 'inspeccionado') };

export const EMPLAZAMIENTO = {
  emplazamiento: siNo('emplazamiento', 'emplazado', 'despuesDeEmplazamiento', 'despuesDelEmplazamiento'),
};

/**
 * The year whose UVT counts: the one given, that of the day of filing (which the due date and the months of delay may
 * tell), the one after the taxable year, or else this year. Where nobody said when it is filed, that is said.
 */
export function liquidacion(
  v: Valores<typeof COMUNES> & Partial<Valores<typeof RETARDO>>,
  { presenta, liquida = 'contribuyente' }: { presenta?: Fecha | undefined; liquida?: QuienLiquida } = {},
): { como: Liquidacion; supuestos: string[] } {
  const { redondeo } = v;
  const dicho = v.anioUvt ?? (presenta && anioDe(presenta)) ?? v.anio ?? anioDelRetardo(v);
  const siguiente = v.anioGravable === undefined ? undefined : v.anioGravable + 1;
  const anioUvt = dicho ?? siguiente ?? anioDe(fechaEnBogota(new Date()));
  return {
    como: {
      anioUvt,
      redondeo: redondeo ?? 'mil',
      ...definidos({ gradualidad: gradualidadDe(v, liquida) }),
    },
    supuestos:
      dicho === undefined
        ? [`No dijo en qué año se presenta: se tomó la UVT de ${anioUvt}, que fija la sanción mínima.`]
        : [],
  };
}

/** The reduction that somebody states, or what comes of what they tell. */
function gradualidadDe(v: Valores<typeof COMUNES>, liquida: QuienLiquida): Gradualidad | undefined {
  const { reduccion, aniosSinLaMisma, actoPrevio, aceptadaYSubsanada, reincidente } = v;
  const otros = definidos({ actoPrevio, aceptadaYSubsanada, reincidente });
  const contada = aniosSinLaMisma !== undefined || Object.keys(otros).length > 0;
  if (reduccion !== undefined && contada) {
    throw new ErrorDeUso(
      'dato-repetido',
      'reduccion: diga la reducción, o los hechos que la deciden, pero no los dos.',
      'reduccion',
    );
  }
  if (reduccion !== undefined) return reduccionDeclarada(reduccion, liquida);
  if (!contada) return undefined;
  if (aniosSinLaMisma === undefined && reincidente !== true) {
    throw falta('aniosSinLaMisma', 'Diga cuántos años completos lleva sin cometer la misma falta.');
  }
  return gradualidad({ liquida, aniosSinLaMisma: aniosSinLaMisma ?? 0, ...otros });
}

/** The year in which a return that is so late was filed, unless the months of delay leave it between two. */
function anioDelRetardo({ vence, meses }: Partial<Valores<typeof RETARDO>>): number | undefined {
  if (vence === undefined || meses === undefined || meses === 0) return undefined;
  const [primero, ultimo] = [sumarDias(sumarMeses(vence, meses - 1), 1), sumarMeses(vence, meses)];
  return anioDe(primero) === anioDe(ultimo) ? anioDe(ultimo) : undefined;
}

/** Months given, or counted between two days; undefined when there is neither. */
export function mesesDe(
  { vence, meses }: Valores<typeof RETARDO>,
  presenta: Fecha | undefined,
): number | undefined {
  if (vence === undefined || presenta === undefined) return meses;
  const contados = mesesDeRetardo(vence, presenta);
  if (meses !== undefined && meses !== contados) {
    throw new ErrorDeUso(
      'meses-no-coinciden',
      `meses: dice ${meses}, pero del ${vence} al ${presenta} son ${contados}.`,
      'meses',
    );
  }
  return contados;
}

/** @param campo at fault where it is not the year. */
export function exigir<S extends Sancion>(r: Resultado<S, string>, campo = 'impuesto'): S {
  if (!r.ok) throw new ErrorDeUso(r.codigo, r.mensaje, r.codigo === 'anio-sin-uvt' ? 'anioUvt' : campo);
  return r.valor;
}
