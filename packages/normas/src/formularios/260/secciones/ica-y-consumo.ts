import { porcentaje, resta, suma, sumaAnexo } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';
import { conConfianza, MUNICIPIOS } from '../../simple/index.ts';
import { PARTE_DE_LOS_MUNICIPIOS } from '../sancion.ts';
import { pagadoEnRecibos } from './recibos.ts';

export const ICA: Seccion = {
  nombre: 'Industria y comercio (ICA)',
  casillas: [
    ...conConfianza('media', [
      {
        clave: '65',
        nombre: 'Sanción por extemporaneidad, parte de los municipios',
        clase: 'pesos',
        norma: 'ET 641, 916 par.; Concepto DIAN 13272 de 2025',
        ayuda: 'Solo si presenta tarde: la parte de la sanción que es de los municipios.',
        formula: PARTE_DE_LOS_MUNICIPIOS,
      },
      {
        clave: '66',
        nombre: 'Sanción por corrección del ICA',
        clase: 'pesos',
        norma: 'ET 644',
        ayuda: 'Solo si corrige y el ICA sube.',
      },
      {
        clave: '67',
        nombre: 'Otras sanciones del ICA',
        clase: 'pesos',
        norma: 'ET 639',
        ayuda: 'Si tiene otra.',
      },
      {
        clave: '68',
        nombre: 'Total sanciones del ICA',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.11 num. 8',
        ayuda: 'La suma de las sanciones del ICA.',
        formula: suma(65, 66, 67),
      },
    ]),
    // The numbers of the annex of municipalities were not found.
    ...conConfianza('baja', [
      {
        clave: 'icaAPagar',
        nombre: 'Total ICA por pagar a municipios y distritos',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.11 nums. 2 y 8',
        ayuda: 'Lo que falta del ICA de cada municipio, más las sanciones del ICA.',
        formula: suma(sumaAnexo(MUNICIPIOS, 'aPagar'), 68),
      },
      {
        clave: 'icaAFavor',
        nombre: 'Total ICA a favor',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.11 num. 2, 2.1.1.16',
        ayuda: 'Lo que pagó de más a los municipios: se reclama a cada uno.',
        formula: sumaAnexo(MUNICIPIOS, 'aFavor'),
      },
    ]),
  ],
};

export const INC: Seccion = {
  nombre: 'Impuesto al consumo de comidas y bebidas',
  casillas: conConfianza('media', [
    {
      clave: '69',
      nombre: 'Ingresos gravados con el impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 512-1, 908 par. 1',
      ayuda: 'Lo que vendió de comidas y bebidas en el año, si es responsable de este impuesto.',
    },
    {
      clave: '70',
      nombre: 'Impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 908 par. 1; DUR 1.5.8.3.11 num. 7',
      ayuda: 'El 8 % de esas ventas.',
      formula: porcentaje('inc', 69),
    },
    {
      clave: '71',
      nombre: 'Impuesto al consumo pagado en los recibos del año',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 7',
      ayuda: 'Lo que pagó de este impuesto en los seis bimestres.',
      formula: pagadoEnRecibos(102, 114),
    },
    {
      clave: '72',
      nombre: 'Saldo a favor anterior del impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 7',
      ayuda: 'El de la declaración anterior, si no lo pidió de vuelta.',
    },
    {
      clave: '73',
      nombre: 'Saldo a pagar por impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 7',
      ayuda: 'Lo que falta de este impuesto, sin sanciones.',
      formula: resta(70, 71, 72),
    },
    {
      clave: '74',
      nombre: 'Sanción por extemporaneidad del impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 641',
      ayuda: 'Solo si presenta tarde.',
    },
    {
      clave: '75',
      nombre: 'Sanción por corrección del impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 644',
      ayuda: 'Solo si corrige y este impuesto sube.',
    },
    {
      clave: '76',
      nombre: 'Otras sanciones del impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 639',
      ayuda: 'Si tiene otra.',
    },
    {
      clave: '77',
      nombre: 'Total sanciones del impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 8',
      ayuda: 'La suma de las sanciones de este impuesto.',
      formula: suma(74, 75, 76),
    },
    {
      clave: '78',
      nombre: 'Total saldo a pagar del impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 nums. 7 y 8',
      ayuda: 'Lo que debe pagar de este impuesto.',
      formula: resta(suma(70, 77), 71, 72),
    },
    {
      clave: '79',
      nombre: 'Total saldo a favor del impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 7; ET 850',
      ayuda: 'Lo que pagó de más de este impuesto.',
      formula: resta(suma(71, 72), 70, 77),
    },
  ]),
};

export const PAGO: Seccion = {
  nombre: 'Pago',
  casillas: conConfianza('media', [
    {
      clave: '980',
      nombre: 'Pago total',
      clase: 'pesos',
      norma: 'ET 910 par. 2',
      ayuda: 'Lo que se paga con el recibo 490. Sin pagarlo todo, la declaración no se da por presentada.',
      formula: suma(63, 'icaAPagar', 78, 94),
    },
  ]),
};
