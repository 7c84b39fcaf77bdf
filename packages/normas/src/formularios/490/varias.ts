import { suma } from '../motor/index.ts';
import type { Casilla, Formulario } from '../motor/index.ts';
import { FORMULARIO_490, NIT_DE_QUIEN_DEBE } from './formulario.ts';

/**
 * What was read of form 490 is that it pays one concept, year, period and instalment. A slip that pays several debts is
 * therefore no form 490: it is the office's own, with the total of all of them and, for each, what form 490 would say.
 */
const QUE_SE_PAGA: readonly Casilla[] = [
  NIT_DE_QUIEN_DEBE,
  {
    clave: 'cuantas',
    nombre: 'Deudas que paga',
    clase: 'texto',
    lectura: 'digitos',
    ayuda: 'Cuántas son. La hoja 2 dice cuáles, y cuánto se abona a cada una.',
    largo: 3,
    confianza: 'baja',
  },
];

const pesos = (clave: string, nombre: string): Casilla => ({
  clave,
  nombre,
  clase: 'pesos',
  norma: 'ET 804',
  confianza: 'baja',
});

/** Its first sheet: whose it is, and the sum of all the debts, with the boxes of form 490. */
export const RECIBO_DE_VARIAS_DEUDAS: Formulario = {
  ...FORMULARIO_490,
  nombre: 'Recibo de pago de varias deudas',
  fuente:
    'Estatuto Tributario, arts. 634 y 804. Es un recibo propio: el formulario 490 dice un solo concepto',
  secciones: [
    { nombre: 'Qué se paga', casillas: QUE_SE_PAGA },
    ...FORMULARIO_490.secciones.filter(({ nombre }) => nombre === 'Cuánto se paga'),
  ],
};

/** One debt of its second sheet. */
export const DEUDA_DEL_RECIBO: Formulario = {
  ...RECIBO_DE_VARIAS_DEUDAS,
  nombre: 'Deuda que paga el recibo',
  secciones: [
    {
      nombre: 'Deuda',
      casillas: [
        { clave: 'concepto', nombre: 'Concepto', clase: 'texto', largo: 60, confianza: 'baja' },
        { clave: 'anio', nombre: 'Año', clase: 'texto', lectura: 'digitos', largo: 4, confianza: 'baja' },
        { clave: 'periodo', nombre: 'Período', clase: 'texto', largo: 30, confianza: 'baja' },
        { clave: 'cuota', nombre: 'Cuota', clase: 'texto', lectura: 'digitos', largo: 2, confianza: 'baja' },
        pesos('deImpuesto', 'Impuesto, retención o anticipo'),
        pesos('deSancion', 'Sanciones'),
        pesos('deIntereses', 'Intereses de mora'),
        { ...pesos('deTodo', 'Se abona'), formula: suma('deImpuesto', 'deSancion', 'deIntereses') },
      ],
    },
  ],
};
