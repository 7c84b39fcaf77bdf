import { porcentaje } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { uvt } from '../uvt/index.ts';
import type { Uvt } from '../uvt/index.ts';

/** Figures of the regime besides its rates, with the year from which each holds. */
export const SOLO_DECLARACION_ANUAL: { uvt: Uvt; desde: number; norma: string } = {
  uvt: uvt(3_500n),
  desde: 2023,
  norma: 'ET 910 par. 3; DUR 1625 de 2016, art. 1.5.8.3.7 pars. 3 y 4 (Decreto 1545 de 2024)',
};

/** Of the income received by card and other electronic means: a credit against the tax of the nation. */
export const DESCUENTO_PAGOS_ELECTRONICOS: { tarifa: Fraccion; norma: string } = {
  tarifa: porcentaje('0.5'),
  norma: 'ET 912; DUR 1625 de 2016, art. 1.5.8.3.11 num. 4.3',
};

/**
 * The credit for the GMF may not exceed this part of net income. The article and the decree write
 * 0,004 %, in figures and in words, which leaves almost nothing: the GMF itself is 4 por mil, 0,4 %.
 */
export const TOPE_DESCUENTO_GMF: { tarifa: Fraccion; desde: number; norma: string } = {
  tarifa: porcentaje('0.004'),
  desde: 2023,
  norma: 'ET 912 inc. 2 (Ley 2277 de 2022, art. 46); DUR 1625 de 2016, art. 1.5.8.3.11 num. 4.3',
};

/** Consumption tax of meals and drinks, on its own base and added to what the SIMPLE gives. */
export const INC_COMIDAS_Y_BEBIDAS: { tarifa: Fraccion; norma: string } = {
  tarifa: porcentaje('8'),
  norma: 'ET 908 par. 1; DUR 1625 de 2016, arts. 1.5.8.3.7 num. 3 y 1.5.8.3.11 num. 7',
};

/** Net profit, as a part of gross income, above which CIIU 4665, 3830 and 3811 are out. */
export const UTILIDAD_MAXIMA_GRUPO_6: { tarifa: Fraccion; actividades: readonly string[]; norma: string } = {
  tarifa: porcentaje('3'),
  actividades: ['4665', '3830', '3811'],
  norma: 'ET 906 num. 11; DUR 1625 de 2016, art. 1.5.8.4.1 nums. 1.7 y 2.12',
};
