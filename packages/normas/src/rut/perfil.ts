import { grupoDeActividad } from '../simple/index.ts';
import type { HechosResponsabilidades } from './hechos.ts';

/** Codes of the RUT for who sells nothing: employees, pensioners, no activity, supported by others. */
const SIN_VENTAS = new Set(['0010', '0020', '0081', '0082']);

/** Food and drink served, catering included (ET 426, 512-1 num. 3, 512-8 to 512-10). */
const COMIDAS_Y_BEBIDAS = /^56(?:11|12|13|19|21|29|30)$/;

/** Wholesale, but for commission agents, who sell a service. */
const AL_POR_MAYOR = /^46(?!10)/;

/** Amazonas and San Andrés: the consumption tax does not reach them (ET 512-1 par. 3). */
const SIN_CONSUMO = /^(?:91|88)/;

/** Of employees, pensioners and those who have no activity: nothing is sold. */
export const noVende = (codigo: string): boolean => SIN_VENTAS.has(codigo);
export const sirveComida = (codigo: string): boolean => COMIDAS_Y_BEBIDAS.test(codigo);
export const vendeAlPorMayor = (codigo: string): boolean => AL_POR_MAYOR.test(codigo);

/** Fares of public passenger transport need no invoice (DUR 1.6.1.4.3). */
const SIN_FACTURA = new Set(['4921']);

/** ET 512-13 par. 5 (Ley 2155 de 2021): of one year, and for who only serves food and drink. */
export const SIN_CONSUMO_EN_EL_SIMPLE = { anio: 2022, norma: 'ET 512-13 par. 5' } as const;

/**
 * Numeral of ET 908 of small shops and hairdressers, to which ET 437 par. 4 inc. 1 gives no limit. How small a shop is the
 * sources do not say: this office takes all the codes that the annex of the SIMPLE has in that numeral, and tells whoever
 * reads a proposal that rests on it that it is to be confirmed.
 */
const TIENDAS_DEL_SIMPLE = { numeral: '1', sinFuente: true } as const;

function soloTiendas(ventas: readonly string[], anio: number): boolean {
  return ventas.every((a) => {
    const grupo = grupoDeActividad(a, anio);
    return grupo.ok && grupo.valor.grupo === TIENDAS_DEL_SIMPLE.numeral;
  });
}

/** What the activities and the answers so far say of a person, as the rules ask it. */
export function perfilar({
  actividades,
  municipio = '',
  anio,
  simple = false,
  respuestas,
}: HechosResponsabilidades) {
  const ventas = actividades.filter((a) => !noVende(a));
  const haySinConsumo = SIN_CONSUMO.test(municipio);
  const comida = !haySinConsumo && ventas.some(sirveComida);
  const otras = ventas.filter((a) => haySinConsumo || !sirveComida(a));
  const gravado = otras.length > 0 && respuestas['vende-gravado'] === true;
  const franquiciaDeComida = comida && respuestas.franquicia === true;
  /** The exception of ET 437 par. 3 is for retailers, artisans, small farmers and services. */
  const alPorMayor = gravado && otras.some(vendeAlPorMayor);
  const pasaElTope = respuestas['tope-3500'] === true;
  const incumple =
    pasaElTope ||
    respuestas['varios-establecimientos'] === true ||
    respuestas.franquicia === true ||
    respuestas['usuario-aduanero'] === true;
  const soloConTienda = simple && gravado && !comida && soloTiendas(ventas, anio);
  /** A natural person of the SIMPLE: the income alone counts, and in a small shop not even that (ET 437 par. 4). */
  const responsableEnElSimple = pasaElTope && !soloConTienda;
  const sinConsumoEnElSimple =
    simple && anio === SIN_CONSUMO_EN_EL_SIMPLE.anio && comida && otras.length === 0;
  return {
    vende: ventas.length > 0,
    otras: otras.length > 0,
    comida,
    gravado,
    soloExcluido: otras.length > 0 && respuestas['vende-gravado'] === false,
    alPorMayor,
    simple,
    /** Small shops and hairdressers of the SIMPLE, and nothing else. */
    soloConTienda,
    /** Whether the amount of ET 437 par. 3 and 4 matters. */
    conTope: gravado && (simple || !alPorMayor),
    /** Whether the other conditions of ET 437 par. 3 matter. */
    minorista: gravado && !alPorMayor && !simple,
    franquiciaDeComida,
    responsableIva: simple
      ? (franquiciaDeComida || gravado) && responsableEnElSimple
      : franquiciaDeComida || (gravado && (alPorMayor || incumple)),
    sinConsumoEnElSimple,
    responsableConsumo:
      comida &&
      !franquiciaDeComida &&
      !sinConsumoEnElSimple &&
      (pasaElTope || respuestas['varios-establecimientos'] === true),
    facturaExcluidos: otras.some((a) => !SIN_FACTURA.has(a)),
    comercia: ventas.some((a) => /^4[567]/.test(a)),
  };
}
