import { formatearPesos } from '../dinero/index.ts';
import { enPesos } from '../uvt/index.ts';
import type { Estado, TipoDePersona } from './hechos.ts';
import { SOLO_DECLARACION_ANUAL } from './parametros.ts';

/** What decides whether somebody files the annual return alone. Absent fields are unknown. */
export interface HechosSoloAnual {
  tipo: TipoDePersona;
  /** Gross income of the year before, in pesos. */
  ingresosAnioAnterior?: bigint;
  /** Entered the regime this year: the year before is then not looked at. */
  inscritoEsteAnio?: boolean;
  /** Gross income of the year so far, or of the whole of it. */
  ingresosDelAnio?: bigint;
}

export interface SoloAnual {
  /** `cumple`: no receipts are due, only the annual return. */
  estado: Estado;
  articulo: string;
  explicacion: string;
}

/**
 * Natural persons with no more than 3.500 UVT, the year before or having entered this year, and this year
 * too, owe no receipts (DUR 1.5.8.3.7 par. 3). Each income is measured with the UVT of its year.
 *
 * @throws AnioSinUvt
 */
export function soloDeclaracionAnual(hechos: HechosSoloAnual, anio: number): SoloAnual {
  const { tipo, ingresosAnioAnterior, inscritoEsteAnio, ingresosDelAnio } = hechos;
  if (anio < SOLO_DECLARACION_ANUAL.desde) {
    return respuesta('no-cumple', `La excepción rige desde ${SOLO_DECLARACION_ANUAL.desde}.`);
  }
  if (tipo !== 'natural') return respuesta('no-cumple', 'La excepción es solo para personas naturales.');
  const tope = topeSoloAnual(anio);
  if (ingresosDelAnio !== undefined && ingresosDelAnio > tope) {
    return respuesta(
      'no-cumple',
      `Este año pasó de ${formatearPesos(tope)} (3.500 UVT): debe pagar los anticipos de cada bimestre.`,
    );
  }
  if (
    !inscritoEsteAnio &&
    ingresosAnioAnterior !== undefined &&
    ingresosAnioAnterior > topeSoloAnual(anio - 1)
  ) {
    return respuesta(
      'no-cumple',
      `El año anterior pasó de ${formatearPesos(topeSoloAnual(anio - 1))} (3.500 UVT): debe pagar los anticipos de cada bimestre.`,
    );
  }
  if (ingresosDelAnio === undefined || (!inscritoEsteAnio && ingresosAnioAnterior === undefined)) {
    return respuesta('no-se-sabe', 'Falta saber cuánto recibió el año anterior o este año.');
  }
  return respuesta(
    'cumple',
    `No ha pasado de ${formatearPesos(tope)} (3.500 UVT): presenta y paga solo la declaración anual, mientras no pase de esa suma en el año.`,
  );
}

/** 3.500 UVT in pesos. @throws AnioSinUvt */
export function topeSoloAnual(anio: number): bigint {
  return enPesos(SOLO_DECLARACION_ANUAL.uvt, anio).aproximado;
}

/** What happens when the limit is passed during the year (DUR 1.5.8.3.7 par. 4). Bimesters go from 1 to 6. */
export interface BimestreEnQueSePasa {
  bimestre: number;
  /** Their receipts, this one's included, pay no interest if paid by the due date of `bimestre`. */
  sinIntereses: readonly number[];
}

/**
 * The bimester in which the income of the year passes 3.500 UVT; undefined when none does.
 *
 * @param ingresos gross income of each bimester, from the first.
 * @throws AnioSinUvt
 */
export function bimestreEnQueSePasa(
  ingresos: readonly bigint[],
  anio: number,
): BimestreEnQueSePasa | undefined {
  const tope = topeSoloAnual(anio);
  let suma = 0n;
  for (const [i, delBimestre] of ingresos.entries()) {
    suma += delBimestre;
    if (suma > tope) {
      return { bimestre: i + 1, sinIntereses: Array.from({ length: i + 1 }, (_, b) => b + 1) };
    }
  }
  return undefined;
}

function respuesta(estado: Estado, explicacion: string): SoloAnual {
  return { estado, articulo: SOLO_DECLARACION_ANUAL.norma, explicacion };
}
