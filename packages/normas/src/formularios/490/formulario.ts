import { suma } from '../motor/index.ts';
import type { Casilla, Formulario, Seccion } from '../motor/index.ts';

/**
 * No source numbers the boxes of the slip: each has a stable key in words. Nor was the code found that DIAN gives to each
 * concept: the tax goes by its name.
 */
export const NIT_DE_QUIEN_DEBE: Casilla = {
  clave: 'nit',
  nombre: 'NIT',
  clase: 'texto',
  lectura: 'nit',
  origen: 'rut',
  ayuda: 'El de quien debe, sin el dígito de verificación.',
  confianza: 'baja',
};

const QUE_SE_PAGA: Seccion = {
  nombre: 'Qué se paga',
  casillas: [
    NIT_DE_QUIEN_DEBE,
    {
      clave: 'concepto',
      nombre: 'Concepto',
      clase: 'texto',
      norma: 'ET 804',
      ayuda: 'El impuesto que se paga, por su nombre.',
      largo: 60,
      confianza: 'baja',
    },
    {
      clave: 'anio',
      nombre: 'Año',
      clase: 'texto',
      lectura: 'digitos',
      norma: 'ET 804',
      ayuda: 'El año gravable al que corresponde el pago.',
      largo: 4,
      confianza: 'baja',
    },
    {
      clave: 'periodo',
      nombre: 'Período',
      clase: 'texto',
      norma: 'ET 804',
      ayuda: 'El mes, el bimestre o el cuatrimestre; anual si es de todo el año.',
      largo: 30,
      confianza: 'baja',
    },
    {
      clave: 'cuota',
      nombre: 'Cuota',
      clase: 'texto',
      lectura: 'digitos',
      ayuda: 'El número de la cuota, si el impuesto se paga en varias.',
      largo: 2,
      confianza: 'baja',
    },
    {
      clave: 'declaracion',
      nombre: 'Número de la declaración',
      clase: 'texto',
      lectura: 'digitos',
      ayuda: 'El del formulario que se paga, si es una declaración.',
      largo: 25,
      confianza: 'baja',
    },
  ],
};

const VALORES: Seccion = {
  nombre: 'Cuánto se paga',
  casillas: [
    {
      clave: 'valorImpuesto',
      nombre: 'Impuesto, retención o anticipo',
      clase: 'pesos',
      norma: 'ET 804',
      ayuda: 'Lo que se abona al impuesto.',
      confianza: 'baja',
    },
    {
      clave: 'valorSancion',
      nombre: 'Sanciones',
      clase: 'pesos',
      norma: 'ET 804',
      ayuda: 'Lo que se abona a las sanciones.',
      confianza: 'baja',
    },
    {
      clave: 'valorIntereses',
      nombre: 'Intereses de mora',
      clase: 'pesos',
      norma: 'ET 634, 804',
      ayuda: 'Lo que se abona a los intereses.',
      confianza: 'baja',
    },
    {
      clave: 'total',
      nombre: 'Total por pagar',
      clase: 'pesos',
      norma: 'ET 804',
      ayuda: 'La suma de lo anterior.',
      formula: suma('valorImpuesto', 'valorSancion', 'valorIntereses'),
      confianza: 'baja',
    },
  ],
};

/** Slip 490, with which a tax of one year, period and instalment is paid. */
export const FORMULARIO_490: Formulario = {
  codigo: '490',
  nombre: 'Recibo oficial de pago de impuestos nacionales',
  fuente:
    'Estatuto Tributario, arts. 634 y 804. Del formulario solo se leyó que paga un concepto, un año, un período y una cuota; sus casillas no se hallaron',
  anios: { desde: 2020, hasta: 2026 },
  secciones: [QUE_SE_PAGA, VALORES],
  hechos: [],
  auxiliares: [],
  anexos: [],
  repartos: {},
  reparos: [],
  parametros: {},
  opciones: {},
};
