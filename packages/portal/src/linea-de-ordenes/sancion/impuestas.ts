import { definidos } from '@autogestion/normas/definidos';
import {
  sancionPorErrorAritmetico,
  sancionPorInformacion,
  sancionPorNoDeclarar,
} from '@autogestion/normas/sanciones';
import type { Subsanacion } from '@autogestion/normas/sanciones';
import { falta, leerCampos, pesos, siNo, unoDe } from '../campos.ts';
import { COMUNES, exigir, liquidacion } from './comunes.ts';
import type { Clase } from './comunes.ts';

const NO_DECLARAR = {
  ingresos: pesos('ingresos', 'ingresosBrutos'),
  consignaciones: pesos('consignaciones'),
  ...COMUNES,
};

export const noDeclarar: Clase = {
  nombres: ['no-declarar', '643'],
  ayuda: '--ingresos P | --consignaciones P',
  campos: NO_DECLARAR,
  liquidar(pregunta) {
    const { ingresos, consignaciones, ...v } = leerCampos(NO_DECLARAR, pregunta);
    if (ingresos === undefined && consignaciones === undefined) {
      throw falta('ingresos', 'Diga los ingresos brutos o las consignaciones bancarias.');
    }
    const hechos = { ingresos: ingresos ?? 0n, consignaciones: consignaciones ?? 0n };
    const { como, supuestos } = liquidacion(v);
    return { elegida: exigir(sancionPorNoDeclarar(hechos, como)), supuestos };
  },
};

const ARITMETICA = { mayorValor: pesos('mayorValor', 'menorSaldo'), aceptada: siNo('aceptada'), ...COMUNES };

export const aritmetica: Clase = {
  nombres: ['aritmetica', '646'],
  ayuda: '--mayor-valor P [--aceptada]',
  campos: ARITMETICA,
  liquidar(pregunta) {
    const { mayorValor, aceptada = false, ...v } = leerCampos(ARITMETICA, pregunta);
    if (mayorValor === undefined) throw falta('mayorValor', 'Diga el mayor valor que halló la DIAN.');
    const { como, supuestos } = liquidacion(v);
    return { elegida: exigir(sancionPorErrorAritmetico({ mayorValor, aceptada }, como)), supuestos };
  },
};

const SUBSANADA: Record<Subsanacion, Subsanacion> = {
  'antes-del-pliego': 'antes-del-pliego',
  'antes-de-la-sancion': 'antes-de-la-sancion',
  'dos-meses': 'dos-meses',
};

const INFORMACION = {
  noSuministrada: pesos('noSuministrada'),
  erronea: pesos('erronea'),
  tardia: pesos('tardia', 'extemporanea'),
  datos: pesos('datos', 'datosSinCuantia'),
  subsanada: unoDe(SUBSANADA, 'subsanada'),
  ...COMUNES,
};

export const informacion: Clase = {
  nombres: ['informacion', '651'],
  ayuda: '[--no-suministrada P] [--erronea P] [--tardia P] [--datos N] [--subsanada CUÁNDO]',
  campos: INFORMACION,
  liquidar(pregunta) {
    const { noSuministrada, erronea, tardia, datos, subsanada, ...v } = leerCampos(INFORMACION, pregunta);
    if (
      noSuministrada === undefined &&
      erronea === undefined &&
      tardia === undefined &&
      datos === undefined
    ) {
      throw falta('noSuministrada', 'Diga cuánto no se informó, se informó mal o se informó tarde.');
    }
    const hechos = {
      noSuministrada: noSuministrada ?? 0n,
      erronea: erronea ?? 0n,
      tardia: tardia ?? 0n,
      datos: datos ?? 0n,
      ...definidos({ subsanada }),
    };
    const { como, supuestos } = liquidacion(v);
    return { elegida: exigir(sancionPorInformacion(hechos, como)), supuestos };
  },
};
