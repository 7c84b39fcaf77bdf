import { porcentaje, sumarFracciones } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { compararFechas, fecha, MESES, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien } from '../resultado/index.ts';
import type { Bien, Falla } from '../resultado/index.ts';
import datos from './datos/usura.json' with { type: 'json' };

/** Yearly rates of one month, as fractions of one: 25,17 % is 2517/10000. */
export interface TasaDeMora {
  /** `2025-08`. */
  mes: string;
  /** Certified usury rate for consumer and ordinary credit. */
  usura: Fraccion;
  /** What the law takes off it: two points. */
  puntos: Fraccion;
  mora: Fraccion;
  /** The article that takes them off. */
  norma: string;
  /**
   * `alta` when the press prints the same figure, `media` when one series alone has it, `dada` when somebody gave it,
   * `supuesta` when the month is not known yet and takes the last one that is.
   */
  confianza: string;
}

/** A stretch in which some people could pay at another rate, which is not computed here. */
export interface RegimenEspecial {
  desde: Fecha;
  hasta: Fecha;
  norma: string;
  /** A whole sentence for the citizen. */
  texto: string;
}

/** The month is out of the table, and the remedy says between which months it reaches. */
export type SinTasa = Falla<'mes-sin-tasa', { mes: string }>;

export const REGIMENES_ESPECIALES: readonly RegimenEspecial[] = datos.especiales.map(
  ({ desde, hasta, norma, texto }) => ({ desde: fecha(desde), hasta: fecha(hasta), norma, texto }),
);

const TASAS: ReadonlyMap<string, TasaDeMora> = new Map(datos.meses.map((fila) => [fila.mes, tasa(fila)]));

/** The first and the last month whose rate is in the table: `2020-01`. */
export const MESES_CON_TASA = { primero: datos.meses[0]?.mes ?? '', ultimo: datos.meses.at(-1)?.mes ?? '' };

/** The month of a date: `2025-08-12` → `2025-08`. */
export function mesDe(f: Fecha): string {
  return f.slice(0, 7);
}

/**
 * Late-interest rate of a month: the usury rate minus two points (ET 635).
 *
 * @param mes `2025-08`.
 */
export function tasaDeMora(mes: string): Bien<TasaDeMora> | SinTasa {
  const conocida = TASAS.get(mes);
  return conocida ? bien(conocida) : sinTasa(mes);
}

/** The late-interest rate of a month whose usury rate somebody brings, because it is not in the table yet. */
export function tasaDada(mes: string, usura: Fraccion): TasaDeMora {
  return conPuntos(mes, usura, 'dada');
}

/**
 * The assumption with which what is still to come is told: each month after the last one that is known, up to the one of
 * `hasta`, has the rate of that last one. No source says what a month to come will have, so whoever shows a figure that
 * rests on it must say so: the rates carry `confianza: 'supuesta'`, and `mes` is the month that they come from.
 */
export function tasasSupuestas(hasta: Fecha): ReadonlyMap<string, TasaDeMora> {
  const supuestas = new Map<string, TasaDeMora>();
  const ultima = TASAS.get(MESES_CON_TASA.ultimo);
  if (!ultima) return supuestas;
  for (let dia = fecha(`${MESES_CON_TASA.ultimo}-01`); ;) {
    dia = sumarMeses(dia, 1);
    const mes = mesDe(dia);
    if (mes > mesDe(hasta)) return supuestas;
    supuestas.set(mes, { ...ultima, confianza: 'supuesta' });
  }
}

function tasa({ mes, usura, confianza }: (typeof datos.meses)[number]): TasaDeMora {
  return conPuntos(mes, porcentaje(usura), confianza);
}

function conPuntos(mes: string, usura: Fraccion, confianza: string): TasaDeMora {
  const regla = datos.puntos.findLast((p) => compararFechas(fecha(p.desde), fecha(`${mes}-01`)) <= 0);
  if (!regla) throw new RangeError(`Los datos no dicen cuántos puntos se restan en ${mes}`);
  const puntos = porcentaje(regla.menos);
  const mora = sumarFracciones(usura, { ...puntos, numerador: -puntos.numerador });
  return { mes, usura, puntos, mora, norma: regla.norma, confianza };
}

function sinTasa(mes: string): SinTasa {
  const extremos = Object.values(MESES_CON_TASA).map(mesEnPalabras);
  return {
    ok: false,
    codigo: 'mes-sin-tasa',
    mensaje: `No se tiene la tasa de usura de ${mesEnPalabras(mes)}: se tienen de ${extremos.join(' a ')}. La certifica la Superintendencia Financiera.`,
    mes,
  };
}

/** `2025-08` → `agosto de 2025`. */
export function mesEnPalabras(mes: string): string {
  const [anio = '', numero = ''] = mes.split('-');
  return `${MESES[Number(numero) - 1] ?? ''} de ${anio}`;
}
