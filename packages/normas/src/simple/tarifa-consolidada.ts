import { compararFracciones, fraccion } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { valorUvt } from '../uvt/index.ts';
import type { Uvt } from '../uvt/index.ts';
import { tarifasSimple } from './tarifas.ts';
import type { GrupoSimple, Periodicidad, RangoSimple } from './tarifas.ts';

/** Where income outside the activity of the person is taxed (DUR 1625 de 2016, art. 1.5.8.3.9). */
export const GRUPO_DE_EXTRAORDINARIOS = '2';

/** The rate of one group for the income of the whole taxpayer. */
export interface TarifaDeGrupo {
  grupo: string;
  tarifa: Fraccion;
  rango: RangoSimple;
}

/** The one rate that the whole base pays. */
export interface TarifaConsolidada extends TarifaDeGrupo {
  /** Gross income of the period in UVT of the year. */
  ingresosEnUvt: Uvt;
  /** One for each group with income, in the order of the law. */
  porGrupo: readonly TarifaDeGrupo[];
  /** Income reached the end of the table: the highest rate was taken (DUR 1.5.8.3.10). */
  sobreElRango: boolean;
}

/** Gross income by group; a group of the law that is absent had none. */
export type IngresosPorGrupo = ReadonlyMap<string, bigint>;

/**
 * The consolidated rate: with the gross income of all groups together one enters the table of each group
 * with income, and the highest rate found is the rate of all (ET 908 and its pars. 4 and 5; Concepto DIAN
 * 17588 de 2025). Null when there is no income.
 *
 * @throws AnioSinTarifas, AnioSinUvt, RangeError for a group that the year does not have
 */
export function tarifaConsolidada(
  ingresos: IngresosPorGrupo,
  anio: number,
  periodicidad: Periodicidad,
): TarifaConsolidada | null {
  const { grupos: delAnio } = tarifasSimple(anio);
  for (const [grupo, valor] of ingresos) {
    if (valor < 0n || !delAnio.some((g) => g.grupo === grupo)) {
      throw new RangeError(`Ingresos de un grupo que no existe en ${anio}, o negativos: ${grupo}`);
    }
  }
  const grupos = delAnio.filter((g) => (ingresos.get(g.grupo) ?? 0n) > 0n);
  const total = grupos.reduce((suma, g) => suma + (ingresos.get(g.grupo) ?? 0n), 0n);
  const ingresosEnUvt: Uvt = { unidad: 'UVT', ...fraccion(total, valorUvt(anio).pesos) };
  const porGrupo = grupos.map((g) => tarifaDeGrupo(g, ingresosEnUvt, periodicidad));
  const [primera, ...otras] = porGrupo;
  if (!primera) return null;
  const mayor = otras.reduce((a, b) => (compararFracciones(b.tarifa, a.tarifa) > 0 ? b : a), primera);
  return {
    ...mayor,
    ingresosEnUvt,
    porGrupo,
    sobreElRango: compararFracciones(ingresosEnUvt, mayor.rango.hasta) >= 0,
  };
}

/** The row of the table of a group; above the last one, the last one. */
function tarifaDeGrupo(
  { grupo, rangos }: GrupoSimple,
  ingresosEnUvt: Uvt,
  periodicidad: Periodicidad,
): TarifaDeGrupo {
  const rango = rangos[periodicidad].findLast((r) => compararFracciones(r.desde, ingresosEnUvt) <= 0);
  if (!rango) throw new RangeError('Los ingresos son de cero o más');
  return { grupo, tarifa: rango.tarifa, rango };
}
