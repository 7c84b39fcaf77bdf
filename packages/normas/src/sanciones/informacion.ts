import {
  enDecimal,
  enPorcentaje,
  fraccion,
  multiplicarFracciones,
  porcentaje,
  redondear,
  sumarFracciones,
} from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { uvt } from '../uvt/index.ts';
import type { Uvt } from '../uvt/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import type { QuienLiquida } from './gradualidad.ts';
import { conTope, exigirMontos, liquidar, sinSancion } from './liquidar.ts';
import type { Articulo } from './liquidar.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';
import { topeEnUvt } from './topes.ts';

const { norma, subsanada: reducciones, topeUvt, uvtPorDato, ...tarifas } = datos.informacion;

/** When the fault was mended, which decides how much is paid; not mended when absent. */
export type Subsanacion = keyof typeof reducciones;

export const SUBSANACIONES: readonly Subsanacion[] = ['antes-del-pliego', 'antes-de-la-sancion', 'dos-meses'];

/** What was wrong with the information reported, in pesos; `datos` counts those without an amount. */
export interface HechosDeInformacion {
  noSuministrada?: bigint;
  erronea?: bigint;
  tardia?: bigint;
  datos?: bigint;
  subsanada?: Subsanacion;
}

const MOTIVOS: Record<Subsanacion, string> = {
  'antes-del-pliego': 'se corrigió por su cuenta antes del pliego de cargos',
  'antes-de-la-sancion': 'se corrigió antes de que se notificara la sanción',
  'dos-meses': 'se corrigió dentro de los dos meses que siguen a la notificación de la sanción',
};

const POR_DATO = uvt(uvtPorDato);

/**
 * Sanction for information not supplied, wrong or late (ET 651, Ley 2277 de 2022, art. 80): at most 7.500
 * UVT, and a tenth, a half or 70 % of it when the fault was mended in time. ET 640 reduces it besides (its par. 3 and 4 do
 * not leave it out): on the taxpayer's scale where they settle it by themselves before the pliego, on the DIAN's
 * afterwards.
 *
 * `anioUvt` is the year in which it is settled or imposed: the article does not say which.
 *
 * @throws RangeError for negative amounts.
 */
export function sancionPorInformacion(
  { noSuministrada = 0n, erronea = 0n, tardia = 0n, datos: sinCuantia = 0n, subsanada }: HechosDeInformacion,
  liquidacion: Liquidacion,
): Resultado<Sancion, CodigoErrorSancion> {
  exigirMontos(noSuministrada, erronea, tardia, sinCuantia);
  if (noSuministrada + erronea + tardia + sinCuantia === 0n) {
    return bien(sinSancion(norma, 'No hay sanción: no falta ni sobra información.', liquidacion.anioUvt));
  }
  return liquidar(
    articulo({ noSuministrada, erronea, tardia, sinCuantia, subsanada }, liquidacion.anioUvt),
    liquidacion,
    {},
  );
}

/** Before the pliego the person settles it (ET 651 par. 1); afterwards the DIAN has proposed it. */
export function quienLiquidaInformacion(subsanada: Subsanacion | undefined): QuienLiquida {
  return subsanada === 'antes-del-pliego' ? 'contribuyente' : 'dian';
}

interface Renglon {
  exacto: Fraccion;
  explicacion: Explicacion;
}

function articulo(
  hechos: Record<'noSuministrada' | 'erronea' | 'tardia' | 'sinCuantia', bigint> & {
    subsanada: Subsanacion | undefined;
  },
  anio: number,
): Articulo {
  const { subsanada } = hechos;
  return (pesosDe) => {
    const renglones = [
      porcentual('Información no suministrada', hechos.noSuministrada, tarifas.noSuministrada),
      porcentual('Información errónea', hechos.erronea, tarifas.erronea),
      porcentual('Información tardía', hechos.tardia, tarifas.tardia),
      porDato(hechos.sinCuantia, pesosDe(uvtDe(hechos.sinCuantia))),
    ].filter((r) => r.exacto.numerador > 0n);
    const suma = renglones.map((r) => r.exacto).reduce(sumarFracciones);
    const tope = topeEnUvt(topeUvt, pesosDe(uvt(String(topeUvt))), anio);
    const { exacta: plena, topeAplicado } = conTope(suma, tope.exacto);
    const al = subsanada === undefined ? 100 : reducciones[subsanada];
    const exacta = multiplicarFracciones(plena, porcentaje(al));
    const [factor, motivo] =
      subsanada === undefined
        ? ['', '']
        : [`${al} % × `, ` Se paga el ${al} %, porque ${MOTIVOS[subsanada]}.`];
    return {
      norma,
      exacta,
      tope: tope.exacto,
      topeAplicado,
      liquida: quienLiquidaInformacion(subsanada),
      admiteReduccion: true,
      explicar: (sancion) => ({
        titulo: 'Sanción por no enviar información o enviarla con errores',
        valor: sancion,
        frase: `Se suman las multas de cada falta, sin pasar del tope.${motivo}`,
        formula: `${factor}mín(${renglones.map((r) => cifraDe(r.exacto)).join(' + ')}; ${cifra(tope.explicacion.valor)}) ${igualA(exacta, sancion)}`,
        norma,
        partes: [...renglones.map((r) => r.explicacion), tope.explicacion],
      }),
    };
  };
}

function porcentual(titulo: string, valor: bigint, tarifa: number): Renglon {
  const porCiento = porcentaje(tarifa);
  const exacto = multiplicarFracciones(porCiento, fraccion(valor, 1n));
  const multa = redondear(exacto, 'peso');
  return {
    exacto,
    explicacion: {
      titulo: `Multa por ${titulo.toLowerCase()}`,
      valor: multa,
      frase: `Es el ${enPorcentaje(porCiento)} de esas sumas.`,
      formula: `${enPorcentaje(porCiento)} × ${cifra(valor)} ${igualA(exacto, multa)}`,
      norma,
      partes: [dato(titulo, valor, 'Es la suma de los valores que usted indica.')],
    },
  };
}

/** Converted once for all of them: rounding each (ET 868) would be off by thousands. */
function porDato(cuantos: bigint, multa: bigint): Renglon {
  return {
    exacto: fraccion(multa, 1n),
    explicacion: {
      titulo: 'Multa por datos sin cuantía',
      valor: multa,
      frase: `Son ${enDecimal(POR_DATO)} UVT por cada dato.`,
      formula: `${cifra(cuantos)} × ${enDecimal(POR_DATO)} UVT`,
      norma,
      partes: [dato('Datos sin cuantía', cifra(cuantos), 'Son los que no tienen un valor en pesos.')],
    },
  };
}

function uvtDe(cuantos: bigint): Uvt {
  return { ...POR_DATO, numerador: POR_DATO.numerador * cuantos };
}

function cifraDe(exacto: Fraccion): string {
  return cifra(redondear(exacto, 'peso'));
}
