import { enPorcentaje, fraccion, multiplicarFracciones, porcentaje } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import { exigirMontos, liquidar, sinSancion } from './liquidar.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';

const { casos, aceptada: aceptaciones } = datos.inexactitud;

/** What was wrong, which decides the rate (ET 648). */
export type CasoDeInexactitud = keyof typeof casos;
export const CASOS_DE_INEXACTITUD = Object.keys(casos) as readonly CasoDeInexactitud[];

/** When the facts were accepted: answering the requerimiento (ET 709), or within the term of the appeal (ET 713). */
export type Aceptacion = keyof typeof aceptaciones;
export const ACEPTACIONES = Object.keys(aceptaciones) as readonly Aceptacion[];

export interface HechosDeInexactitud {
  /**
   * Between the balance that the DIAN determines and the one declared, on what was accepted where only a part was; the
   * inexact values, in returns of income and net worth; the greater tax, where assets were left out.
   */
  diferencia: bigint;
  /** The part of it that is a greater advance: it has no sanction (ET 648 inc. 2). */
  anticipo?: bigint;
  caso?: CasoDeInexactitud;
  aceptada?: Aceptacion;
  /** Taxable year of the return: the 200 % rules from 2018 on (ET 648 par. 2). */
  anioGravable?: number;
}

const SALVEDAD_NUMERALES =
  'El artículo 648 par. 1 nombra la reducción de los artículos 709 y 713 para la sanción del inciso 1; esos dos artículos no distinguen, y aquí también se aplica. Confírmelo con la DIAN.';

/**
 * Sanction for an inexact return (ET 647, 648): all of the difference, or the share of its case. Who accepts the facts
 * pays a quarter when answering the requerimiento especial (ET 709) and a half within the term of the appeal against the
 * liquidación de revisión (ET 713). The cases of numerals 1 to 3 have no gradualidad (ET 640 par. 3); the others admit it,
 * accepted and cured (ET 640 num. 3 and 4).
 *
 * There is none where the difference comes from a reasonable reading of the law with true facts (ET 647 par. 2): whether
 * that is so is not for a formula. `anioUvt` is the year in which it is imposed.
 *
 * @throws RangeError for negative amounts, and for an advance above the difference.
 */
export function sancionPorInexactitud(
  { diferencia, anticipo = 0n, caso = 'general', aceptada, anioGravable }: HechosDeInexactitud,
  liquidacion: Liquidacion,
): Resultado<Sancion, CodigoErrorSancion> {
  exigirMontos(diferencia, anticipo);
  if (anticipo > diferencia) throw new RangeError('El mayor anticipo es una parte de la diferencia');
  const rige = anioGravable === undefined || anioGravable >= casos[caso].desde;
  const { norma, tarifa: porCiento, de, gradual } = casos[rige ? caso : 'general'];
  const base = diferencia - anticipo;
  if (base === 0n) {
    const frase = 'No hay sanción: no hay diferencia, o toda es mayor anticipo.';
    return bien(sinSancion(norma, frase, liquidacion.anioUvt));
  }
  const tarifa = porcentaje(porCiento);
  const plena = multiplicarFracciones(tarifa, fraccion(base, 1n));
  const reduccion = aceptada && aceptaciones[aceptada];
  const exacta = reduccion ? multiplicarFracciones(plena, porcentaje(reduccion.al)) : plena;
  const suNorma = reduccion ? `${norma}, ${reduccion.norma.replace('ET ', '')}` : norma;
  const delInciso1 = caso === 'general' || caso === 'valores-de-ingresos-y-patrimonio' || !rige;
  return liquidar(
    () => ({
      norma: suNorma,
      exacta,
      tope: null,
      topeAplicado: false,
      liquida: 'dian',
      admiteReduccion: gradual,
      sinMinima: caso === 'monotributo',
      salvedades: reduccion && !delInciso1 ? [SALVEDAD_NUMERALES] : [],
      explicar: (sancion) => ({
        titulo: 'Sanción por inexactitud',
        valor: sancion,
        frase: `Es el ${enPorcentaje(tarifa)} ${de}.${reduccion ? ` Se paga el ${reduccion.al} % de ella, porque acepta los hechos ${MOMENTOS[aceptada]}.` : ''}`,
        formula: `${reduccion ? `${reduccion.al} % × ` : ''}${enPorcentaje(tarifa)} × ${cifra(base)} ${igualA(exacta, sancion)}`,
        norma: suNorma,
        partes: [
          dato('Diferencia', diferencia, 'Es lo que hay entre lo que dice la DIAN y lo que usted declaró.'),
          ...(anticipo > 0n
            ? [dato('Mayor anticipo', anticipo, 'No tiene sanción: se resta.', { norma: 'ET 648 inc. 2' })]
            : []),
        ],
      }),
    }),
    liquidacion,
    {},
  );
}

const MOMENTOS: Record<Aceptacion, string> = {
  requerimiento: 'al responder el requerimiento especial',
  liquidacion: 'mientras puede presentar el recurso contra la liquidación',
};
