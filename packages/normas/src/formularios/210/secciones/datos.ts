import type { Seccion } from '../../motor/index.ts';

export const DATOS: Seccion = {
  nombre: 'Datos del declarante',
  casillas: [
    { clave: '1', nombre: 'Año', clase: 'texto', lectura: 'digitos', ayuda: 'El año gravable que declara.' },
    {
      clave: '4',
      nombre: 'Número de formulario',
      clase: 'texto',
      origen: 'oficina',
      ayuda: 'Lo asigna la oficina cuando usted presenta.',
    },
    {
      clave: '5',
      nombre: 'Número de Identificación Tributaria (NIT)',
      clase: 'texto',
      lectura: 'nit',
      origen: 'rut',
      ayuda: 'Su NIT sin el dígito de verificación.',
    },
    {
      clave: '6',
      nombre: 'DV',
      clase: 'texto',
      lectura: 'dv',
      origen: 'rut',
      ayuda: 'El dígito de verificación del NIT.',
    },
    { clave: '7', nombre: 'Primer apellido', clase: 'texto', origen: 'rut', ayuda: 'Como está en su RUT.' },
    { clave: '8', nombre: 'Segundo apellido', clase: 'texto', origen: 'rut', ayuda: 'Como está en su RUT.' },
    { clave: '9', nombre: 'Primer nombre', clase: 'texto', origen: 'rut', ayuda: 'Como está en su RUT.' },
    { clave: '10', nombre: 'Otros nombres', clase: 'texto', origen: 'rut', ayuda: 'Como están en su RUT.' },
    {
      clave: '12',
      nombre: 'Código de dirección seccional',
      clase: 'texto',
      lectura: 'digitos',
      origen: 'rut',
      ayuda: 'La dirección seccional de su RUT (casilla 12).',
    },
    {
      clave: '24',
      nombre: 'Actividad económica principal',
      clase: 'texto',
      lectura: 'digitos',
      ayuda: 'El código de la actividad que le dio más ingresos en el año.',
    },
    {
      clave: '25',
      nombre: 'Código de la corrección',
      clase: 'texto',
      lectura: 'digitos',
      norma: 'ET 588, 589; Ley 962 de 2005 art. 43',
      ayuda:
        'Solo si corrige: 1 si corrige su propia declaración, 2 si corrige lo que cambió la administración, 3 si lo pide un acto administrativo.',
    },
    {
      clave: '26',
      nombre: 'Número del formulario anterior',
      clase: 'texto',
      lectura: 'digitos',
      ayuda: 'Solo si corrige: el número (casilla 4) de la declaración que corrige.',
    },
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
