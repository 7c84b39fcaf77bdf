import {
  conocido,
  enUvt,
  esIgual,
  esMayor,
  mayor,
  menor,
  numero,
  porcentaje,
  producto,
  proporcion,
  resta,
  si,
  suma,
} from '../motor/index.ts';
import type { Auxiliar, Expresion, Hecho, Termino } from '../motor/index.ts';

/** Facts that only a late return has. */
export const HECHOS_DE_LA_SANCION: readonly Hecho[] = [
  {
    clave: 'mesesMora',
    nombre: 'Meses de retraso en presentar',
    clase: 'cantidad',
    norma: 'ET 641',
    ayuda: 'Desde el vencimiento. Un mes empezado cuenta entero.',
  },
  {
    clave: 'emplazado',
    nombre: 'Le llegó antes un emplazamiento para declarar',
    clase: 'marca',
    norma: 'ET 642',
    ayuda: 'Entonces la sanción es el doble y no se reduce.',
  },
  {
    clave: 'porcentajeSancion',
    nombre: 'Parte de la sanción que paga, de cien',
    clase: 'cantidad',
    norma: 'ET 640',
    ayuda:
      '50 si en los dos años anteriores no cometió la misma falta, 75 si no la cometió en el último, 100 si no.',
    siFalta: 100n,
    supuesto: {
      casilla: '59',
      cuando: esIgual('emplazado', numero(0)),
      mensaje:
        'No dijo qué parte de la sanción paga: se tomó toda. Si en los dos años anteriores no cometió la misma falta, paga el 50 %; si no la cometió en el último año, el 75 % (ET 640).',
    },
  },
  {
    clave: 'patrimonioLiquidoAnterior',
    nombre: 'Patrimonio líquido del año anterior',
    clase: 'pesos',
    norma: 'ET 641 inc. 2',
    ayuda: 'Solo cuenta para la sanción de quien no tuvo impuesto ni ingresos.',
  },
  {
    clave: 'sancionMinima',
    nombre: 'Sanción mínima del año en que presenta',
    clase: 'pesos',
    norma: 'ET 639',
    ayuda: '10 UVT del año en que presenta. Si no se dice, se toman las del año siguiente al que declara.',
    supuesto: {
      casilla: '59',
      cuando: esIgual('sancionPorExtemporaneidad', 'minimaDeLaSancion'),
      mensaje:
        'No dijo cuál es la sanción mínima del año en que presenta: se tomaron 10 UVT del año siguiente al que declara o, si su UVT no se conoce, del último conocido. Si presenta en otro año, dígala.',
    },
  },
];

/** Names of the parameters of one of the two articles. */
interface Tarifas {
  impuesto: string;
  topeDelImpuesto: string;
  ingresos: string;
  topeDeIngresos: string;
  patrimonio: string;
  topeDePatrimonio: string;
  vecesElSaldo: string;
  topeSinSaldo: string;
}

const conSufijo = (sufijo: '641' | '642'): Tarifas => ({
  impuesto: `extemporaneidad${sufijo}`,
  topeDelImpuesto: `extemporaneidadTope${sufijo}`,
  ingresos: `sinImpuesto${sufijo}`,
  topeDeIngresos: `sinImpuestoTope${sufijo}`,
  patrimonio: `sinIngresos${sufijo}`,
  topeDePatrimonio: `sinIngresosTope${sufijo}`,
  vecesElSaldo: `vecesElSaldo${sufijo}`,
  topeSinSaldo: `topeSinSaldo${sufijo}`,
});

export const ANTES_DEL_EMPLAZAMIENTO = conSufijo('641');
export const DESPUES_DEL_EMPLAZAMIENTO = conSufijo('642');

function plena(t: Tarifas): Expresion {
  const porMes = (tarifa: string, tope: string, base: Termino, ...otrosTopes: Expresion[]) =>
    menor(producto(porcentaje(tarifa, base), 'mesesMora'), porcentaje(tope, base), ...otrosTopes);
  const topeDelSaldo = si(
    esMayor('saldoAntesDeSanciones', numero(0)),
    producto('saldoAntesDeSanciones', { op: 'parametro', parametro: t.vecesElSaldo }),
    enUvt(t.topeSinSaldo),
  );
  return si(
    esMayor('baseDeLaSancion', numero(0)),
    porMes(t.impuesto, t.topeDelImpuesto, 'baseDeLaSancion'),
    si(
      esMayor(43, numero(0)),
      porMes(t.ingresos, t.topeDeIngresos, 43, topeDelSaldo),
      porMes(t.patrimonio, t.topeDePatrimonio, 'patrimonioLiquidoAnterior', topeDelSaldo),
    ),
  );
}

export const AUXILIARES_DE_LA_SANCION: readonly Auxiliar[] = [
  {
    clave: 'baseDeLaSancion',
    nombre: 'Impuesto SIMPLE menos descuentos',
    clase: 'pesos',
    norma: 'Concepto DIAN 13272 de 2025',
    formula: resta(46, 52),
  },
  {
    clave: 'saldoAntesDeSanciones',
    nombre: 'Saldo a favor antes de sanciones',
    clase: 'pesos',
    norma: 'ET 641 inc. 2',
    formula: resta(suma(54, 55, 56, 57), 53),
  },
  {
    clave: 'minimaDeLaSancion',
    nombre: 'Sanción mínima',
    clase: 'pesos',
    norma: 'ET 639',
    formula: si(conocido('sancionMinima'), 'sancionMinima', enUvt('sancionMinima')),
  },
  {
    clave: 'sancionPorExtemporaneidad',
    nombre: 'Sanción por extemporaneidad, de la Nación y los municipios',
    clase: 'pesos',
    norma: 'ET 639, 640, 641, 642, 916',
    formula: si(
      esMayor('mesesMora', numero(0)),
      mayor(
        'minimaDeLaSancion',
        si(
          esMayor('emplazado', numero(0)),
          plena(DESPUES_DEL_EMPLAZAMIENTO),
          proporcion(plena(ANTES_DEL_EMPLAZAMIENTO), 'porcentajeSancion', numero(100)),
        ),
      ),
      numero(0),
    ),
  },
];

/**
 * The share of the nation, in the proportion that its net tax is of the base (Concepto DIAN 13272 de 2025, ET 916
 * par.); the rest is of the municipalities. Without tax the concept says nothing: all of it is taken as the nation's.
 */
export const PARTE_NACIONAL: Expresion = si(
  esMayor('baseDeLaSancion', numero(0)),
  proporcion('sancionPorExtemporaneidad', 53, 'baseDeLaSancion'),
  'sancionPorExtemporaneidad',
);

export const PARTE_DE_LOS_MUNICIPIOS: Expresion = resta('sancionPorExtemporaneidad', 59);
