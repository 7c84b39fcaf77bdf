import { DECLARANTE } from '../../declarante/index.ts';
import type { Seccion } from '../../motor/index.ts';

export const DATOS: Seccion = {
  nombre: 'Datos del declarante',
  casillas: [
    ...DECLARANTE,
    {
      clave: '27',
      nombre: 'Fracción de año gravable siguiente',
      clase: 'marca',
      ayuda:
        'Se marca cuando se declara una parte de un año que aún no termina, como en una sucesión que se liquida.',
    },
  ],
};

export const FIRMAS: Seccion = {
  nombre: 'Firmas y pago',
  casillas: [
    {
      clave: '980',
      nombre: 'Pago total',
      clase: 'pesos',
      ayuda: 'Va en cero: el pago se hace con el recibo 490.',
    },
    {
      clave: '981',
      nombre: 'Código de representación',
      clase: 'texto',
      lectura: 'digitos',
      ayuda: 'Si firma alguien en su nombre, el código de la casilla 98 de su RUT.',
    },
    {
      clave: '982',
      nombre: 'Código de contador',
      clase: 'texto',
      lectura: 'digitos',
      norma: 'ET 596 num. 6',
      ayuda:
        'Solo si está obligado a llevar contabilidad y su patrimonio bruto o sus ingresos brutos pasan de 100.000 UVT.',
    },
    {
      clave: '983',
      nombre: 'Número de tarjeta profesional',
      clase: 'texto',
      ayuda: 'La tarjeta profesional del contador que firma.',
    },
    {
      clave: '994',
      nombre: 'Con salvedades',
      clase: 'marca',
      ayuda: 'La marca el contador cuando firma con salvedades.',
    },
    {
      clave: '996',
      nombre: 'Número interno',
      clase: 'texto',
      origen: 'oficina',
      ayuda: 'Lo llena la oficina.',
    },
    {
      clave: '997',
      nombre: 'Sello de la entidad recaudadora',
      clase: 'texto',
      origen: 'oficina',
      ayuda: 'Lo llena la entidad que recibe el pago.',
    },
  ],
};
