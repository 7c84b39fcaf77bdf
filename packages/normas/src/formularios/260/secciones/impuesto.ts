import { mayor, menor, porcentaje, porTarifa, resta, segun, suma, sumaAnexo } from '../../motor/index.ts';
import type { Auxiliar, Seccion } from '../../motor/index.ts';
import { conConfianza, MUNICIPIOS } from '../../simple/index.ts';
import { PARTE_NACIONAL } from '../sancion.ts';
import { pagadoEnRecibos } from './recibos.ts';

export const AUXILIARES_DE_LOS_DESCUENTOS: readonly Auxiliar[] = [
  {
    clave: 'gmfReconocido',
    nombre: '4 por mil que se reconoce',
    clase: 'pesos',
    norma: 'ET 912 inc. 2',
    formula: segun('topeGmf', {
      literal: menor(51, porcentaje('topeGmf', 45)),
      'sin-tope': suma(51),
    }),
  },
  {
    clave: 'electronicosOGmf',
    nombre: 'Descuento por pagos electrónicos o por el 4 por mil',
    clase: 'pesos',
    norma: 'ET 912; DUR 1.5.8.3.11 num. 4.3',
    // One excludes the other; that both were written is told apart.
    formula: mayor(50, 'gmfReconocido'),
  },
];

/** What was already paid of the share of the nation. */
const YA_PAGADO = ['54', '55', '56', '57'];

export const LIQUIDACION: Seccion = {
  nombre: 'Liquidación del impuesto SIMPLE',
  casillas: conConfianza('media', [
    {
      clave: '46',
      nombre: 'Impuesto SIMPLE',
      clase: 'pesos',
      norma: 'ET 908; DUR 1.5.8.3.11 num. 3',
      ayuda: 'Los ingresos netos por la tarifa.',
      formula: porTarifa(27, 45),
    },
    {
      clave: '47',
      nombre: 'Componente ICA territorial anual',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 1',
      ayuda: 'El impuesto de industria y comercio de todos los municipios, menos lo que ellos exoneran.',
      formula: sumaAnexo(MUNICIPIOS, 'componente'),
    },
    {
      clave: '48',
      nombre: 'Componente SIMPLE nacional',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 4.1',
      ayuda: 'La parte del impuesto que es de la Nación.',
      formula: resta(46, 47),
    },
    {
      clave: '49',
      nombre: 'Descuento por aportes a pensiones del empleador',
      clase: 'pesos',
      norma: 'ET 903 par. 4; DUR 1.5.8.3.2, 1.5.8.3.11 num. 4.2',
      ayuda: 'Lo que usted pagó a tiempo como empleador por la pensión de sus trabajadores del año.',
    },
    {
      clave: '50',
      nombre: 'Descuento por pagos electrónicos',
      clase: 'pesos',
      norma: 'ET 912; DUR 1.5.8.3.3, 1.5.8.3.11 num. 4.3',
      ayuda:
        'El 0,5 % de lo que le pagaron con tarjeta y otros medios electrónicos, según el certificado del banco.',
      formula: porcentaje('pagosElectronicos', 'ingresosElectronicos'),
    },
    {
      clave: '51',
      nombre: 'Descuento por el gravamen a los movimientos financieros (4 por mil)',
      clase: 'pesos',
      norma: 'ET 912 inc. 2; DUR 1.5.8.3.11 num. 4.3',
      ayuda: 'El 4 por mil que pagó en el año, si no usa el descuento por pagos electrónicos.',
    },
    {
      clave: '52',
      nombre: 'Total descuentos',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 par. 1',
      ayuda: 'Los descuentos que caben en la parte de la Nación: nunca bajan el ICA.',
      formula: menor(48, suma(49, 'electronicosOGmf')),
    },
    {
      clave: '53',
      nombre: 'Impuesto neto SIMPLE',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 4',
      ayuda: 'La parte de la Nación menos los descuentos.',
      formula: resta(48, 52),
    },
    {
      clave: '54',
      nombre: 'Retenciones y autorretenciones a título de renta antes de pertenecer al SIMPLE',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 5.4; Conceptos DIAN 9598 de 2025 y 302 de 2026',
      ayuda:
        'Las que le practicaron en el año antes de entrar al SIMPLE. También las de los transportadores.',
    },
    {
      clave: '55',
      nombre: 'Anticipo de renta del año anterior',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 5.2',
      ayuda: 'El anticipo de su última declaración de renta, si era para este año.',
    },
    {
      clave: '56',
      nombre: 'Anticipos SIMPLE pagados en los recibos del año',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 5.1',
      ayuda: 'La parte de la Nación que pagó en los recibos de los seis bimestres.',
      formula: pagadoEnRecibos(96, 108),
    },
    {
      clave: '57',
      nombre: 'Saldo a favor SIMPLE del año anterior',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 5.3',
      ayuda: 'Si no lo pidió de vuelta ni lo usó en los recibos.',
    },
    {
      clave: '58',
      nombre: 'Saldo a pagar por impuesto SIMPLE',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 5',
      ayuda: 'Lo que falta del impuesto, sin sanciones.',
      formula: resta(53, ...YA_PAGADO),
    },
  ]),
};

export const SALDO_SIMPLE: Seccion = {
  nombre: 'Sanciones y saldo del impuesto SIMPLE',
  casillas: conConfianza('media', [
    {
      clave: '59',
      nombre: 'Sanción por extemporaneidad, parte nacional',
      clase: 'pesos',
      norma: 'ET 639, 641, 642; Concepto DIAN 13272 de 2025',
      ayuda: 'Solo si presenta tarde: la parte de la sanción que es de la Nación.',
      formula: PARTE_NACIONAL,
    },
    {
      clave: '60',
      nombre: 'Sanción por corrección',
      clase: 'pesos',
      norma: 'ET 644',
      ayuda: 'Solo si corrige y el impuesto sube.',
    },
    {
      clave: '61',
      nombre: 'Otras sanciones',
      clase: 'pesos',
      norma: 'ET 639',
      ayuda: 'Si tiene otra sanción.',
    },
    {
      clave: '62',
      nombre: 'Total sanciones SIMPLE',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 8',
      ayuda: 'La suma de las sanciones de la parte nacional.',
      formula: suma(59, 60, 61),
    },
    {
      clave: '63',
      nombre: 'Total saldo a pagar SIMPLE',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 nums. 5 y 8',
      ayuda: 'Lo que debe pagar de la parte de la Nación.',
      formula: resta(suma(53, 62), ...YA_PAGADO),
    },
    {
      clave: '64',
      nombre: 'Total saldo a favor SIMPLE',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 5; ET 850',
      ayuda: 'Lo que pagó de más y puede pedir o dejar para el año siguiente.',
      formula: resta(suma(...YA_PAGADO), 53, 62),
    },
  ]),
};
