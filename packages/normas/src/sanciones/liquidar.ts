import { compararFracciones, multiplicarFracciones, porcentaje, redondear } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { dato } from '../explicacion/index.ts';
import type { ExplicacionEnPesos } from '../explicacion/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { buscarUvt, enPesos, uvt } from '../uvt/index.ts';
import type { Uvt } from '../uvt/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import { explicarMinima, explicarPago } from './explicar-pago.ts';
import type { QuienLiquida } from './gradualidad.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';

/** What an article gives, before the rules that all sanctions share. */
interface Calculo {
  norma: string;
  /** With the cap already applied, and not rounded: that happens once, at the end. */
  exacta: Fraccion;
  tope: Fraccion | null;
  topeAplicado: boolean;
  /** Who settles it: the taxpayer unless told. Each has its own scale of ET 640. */
  liquida?: QuienLiquida;
  /** Whether ET 640 may reduce it. */
  admiteReduccion: boolean;
  /** The minimum of ET 639 does not reach it, as those of the monotributo. */
  sinMinima?: boolean;
  salvedades?: readonly string[];
  /** The tree of the figure before the minimum, given that figure rounded. */
  explicar: (sancion: bigint) => ExplicacionEnPesos;
}

/** An article, which may need a quantity of UVT in pesos of the year of the sanction. */
export type Articulo = (pesosDe: (cantidad: Uvt) => bigint) => Calculo;

const NO_SE_REDUCE = 'La reducción del artículo 640 no procede en este caso.';

/** Rounding, minimum (ET 639) and gradualidad (ET 640): what every sanction shares. */
export function liquidar<Propios extends object>(
  articulo: Articulo,
  { anioUvt, redondeo = 'mil', gradualidad }: Liquidacion,
  propios: Propios,
): Resultado<Sancion & Propios, CodigoErrorSancion> {
  const delAnio = buscarUvt(anioUvt);
  if (!delAnio.ok) return delAnio;
  const pesosDe = (cantidad: Uvt) => {
    const { exacto, aproximado } = enPesos(cantidad, anioUvt);
    return redondeo === 'mil' ? aproximado : exacto;
  };
  const calculo = articulo(pesosDe);
  const { norma, exacta, tope, topeAplicado, admiteReduccion, salvedades = [], explicar } = calculo;
  const { liquida = 'contribuyente', sinMinima = false } = calculo;
  const minima = sinMinima ? 0n : pesosDe(uvt(String(datos.minima.uvt)));
  const ajustada = (al: number) => multiplicarFracciones(exacta, porcentaje(al));
  const pagada = (al: number) => {
    const pesos = redondear(ajustada(al), redondeo);
    return pesos > minima ? pesos : minima;
  };
  const sancion = redondear(exacta, redondeo);
  const noProcede = gradualidad !== undefined && gradualidad.al < 100 && !admiteReduccion;
  const ajuste = noProcede ? undefined : gradualidad;
  const final = pagada(ajuste?.al ?? 100);
  return bien({
    ...propios,
    norma,
    sancion,
    tope: tope && redondear(tope, redondeo),
    topeAplicado,
    minima,
    final,
    reducida: admiteReduccion ? { 50: pagada(50), 75: pagada(75) } : null,
    liquida,
    anioUvt,
    salvedades: noProcede ? [...salvedades, NO_SE_REDUCE] : salvedades,
    get explicacion() {
      return explicarPago({
        final,
        calculada: explicar(sancion),
        exacta,
        ajuste: ajuste && { ...ajuste, exacto: ajustada(ajuste.al) },
        minima: sinMinima ? undefined : explicarMinima(minima, delAnio.valor),
      });
    },
  });
}

/** The lesser of an exact amount and its cap, and whether it was the cap. */
export function conTope(calculada: Fraccion, tope: Fraccion): Pick<Calculo, 'exacta' | 'topeAplicado'> {
  const topeAplicado = compararFracciones(calculada, tope) > 0;
  return { exacta: topeAplicado ? tope : calculada, topeAplicado };
}

/** Nothing to sanction: not late, or nothing more to pay. */
export function sinSancion(norma: string, frase: string, anioUvt: number): Sancion {
  return {
    norma,
    sancion: 0n,
    tope: null,
    topeAplicado: false,
    minima: 0n,
    final: 0n,
    reducida: null,
    liquida: 'contribuyente',
    anioUvt,
    salvedades: [],
    explicacion: dato('Sanción por pagar', 0n, frase, { norma }),
  };
}

/** @throws RangeError for a negative amount, which whoever reads the input has already refused. */
export function exigirMontos(...montos: readonly bigint[]): void {
  if (montos.some((m) => m < 0n)) throw new RangeError('Un monto no puede ser negativo');
}
