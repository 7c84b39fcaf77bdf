import { definidos } from '@autogestion/normas/definidos';
import {
  BASES_DE_NO_DECLARAR,
  CASOS_DE_INEXACTITUD,
  IMPUESTOS_SIN_DECLARAR,
  quienLiquidaInformacion,
  sancionPorErrorAritmetico,
  sancionPorInexactitud,
  sancionPorInformacion,
  sancionPorNoDeclarar,
} from '@autogestion/normas/sanciones';
import type { Subsanacion } from '@autogestion/normas/sanciones';
import { falta, leerCampos, pesos, siNo, unoDe } from '../campos.ts';
import { ErrorDeUso } from '../error-de-uso.ts';
import { COMUNES, exigir, liquidacion } from './comunes.ts';
import type { Clase } from './comunes.ts';

const NO_DECLARAR = {
  impuesto: unoDe(Object.fromEntries(IMPUESTOS_SIN_DECLARAR.map((i) => [i, i])), 'impuesto'),
  consignaciones: pesos('consignaciones'),
  ingresos: pesos('ingresos', 'ingresosBrutos'),
  ingresosUltima: pesos('ingresosUltima', 'ingresosUltimaDeclaracion'),
  pagos: pesos('pagos', 'chequesGirados'),
  costos: pesos('costos', 'costosYGastos'),
  retencionesUltima: pesos('retencionesUltima', 'retencionesUltimaDeclaracion'),
  impuestoDebido: pesos('impuestoDebido', 'impuestoACargo'),
  patrimonioLiquido: pesos('patrimonioLiquido'),
  patrimonioBruto: pesos('patrimonioBruto'),
  patrimonioBrutoUltima: pesos('patrimonioBrutoUltima'),
  presentada: siNo('presentada', 'presentadaEnTermino'),
  extemporaneidad: pesos('extemporaneidad', 'sancionExtemporaneidad'),
  ...COMUNES,
};

export const noDeclarar: Clase = {
  nombres: ['no-declarar', '643'],
  ayuda:
    '[--impuesto IMPUESTO] --ingresos P | --consignaciones P | … (la base de ese impuesto) [--presentada --extemporaneidad P]',
  campos: NO_DECLARAR,
  liquidar(pregunta) {
    const { impuesto = 'renta', presentada, extemporaneidad, ...v } = leerCampos(NO_DECLARAR, pregunta);
    const bases = definidos(Object.fromEntries(BASES_DE_NO_DECLARAR.map((b) => [b, v[b]])));
    if (Object.keys(bases).length === 0 && impuesto !== 'simple') {
      throw falta('ingresos', 'Diga la base: en renta, los ingresos brutos o las consignaciones bancarias.');
    }
    if (presentada && extemporaneidad === undefined) {
      throw falta(
        'extemporaneidad',
        'Diga la sanción por extemporaneidad después del emplazamiento (npx autogestion sancion 642): la reducida no baja de ella.',
      );
    }
    if (!presentada && extemporaneidad !== undefined) {
      throw falta('presentada', 'La sanción por extemporaneidad cuenta si ya declaró: añada --presentada.');
    }
    const { como, supuestos } = liquidacion(v, { liquida: 'dian' });
    const alPresentar = extemporaneidad === undefined ? undefined : { extemporaneidad };
    const hechos = { impuesto, ...bases, ...definidos({ presentada: alPresentar }) };
    return { elegida: exigir(sancionPorNoDeclarar(hechos, como)), supuestos };
  },
};

const INEXACTITUD = {
  diferencia: pesos('diferencia', 'mayorValor', 'menorSaldo', 'valoresInexactos'),
  anticipo: pesos('anticipo', 'mayorAnticipo'),
  caso: unoDe(Object.fromEntries(CASOS_DE_INEXACTITUD.map((c) => [c, c])), 'caso'),
  aceptada: unoDe(
    {
      requerimiento: 'requerimiento',
      '709': 'requerimiento',
      liquidacion: 'liquidacion',
      '713': 'liquidacion',
    } as const,
    'aceptada',
  ),
  ...COMUNES,
};

export const inexactitud: Clase = {
  nombres: ['inexactitud', '647', '648'],
  ayuda: '--diferencia P [--anticipo P] [--caso CASO] [--aceptada requerimiento|liquidacion]',
  campos: INEXACTITUD,
  liquidar(pregunta) {
    const { diferencia, anticipo = 0n, caso, aceptada, ...v } = leerCampos(INEXACTITUD, pregunta);
    if (diferencia === undefined) {
      throw falta('diferencia', 'Diga la diferencia entre lo que determina la DIAN y lo que declaró.');
    }
    if (anticipo > diferencia) {
      throw new ErrorDeUso('anticipo', 'anticipo: es una parte de la diferencia.', 'anticipo');
    }
    const { como, supuestos } = liquidacion(v, { liquida: 'dian' });
    const hechos = { diferencia, anticipo, ...definidos({ caso, aceptada, anioGravable: v.anioGravable }) };
    return { elegida: exigir(sancionPorInexactitud(hechos, como)), supuestos };
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
    const { como, supuestos } = liquidacion(v, { liquida: 'dian' });
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
    const { como, supuestos } = liquidacion(v, { liquida: quienLiquidaInformacion(subsanada) });
    return { elegida: exigir(sancionPorInformacion(hechos, como)), supuestos };
  },
};
