import { DECLARANTE } from '../../declarante/index.ts';
import { resta } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';
import { conConfianza } from '../../simple/index.ts';

/** Companies file this return too: their name goes after those of a person. */
const PUESTO_DE_LA_RAZON_SOCIAL = DECLARANTE.findIndex((c) => c.clave === '10') + 1;

export const DATOS: Seccion = {
  nombre: 'Datos del declarante',
  casillas: conConfianza('media', [
    ...DECLARANTE.slice(0, PUESTO_DE_LA_RAZON_SOCIAL),
    { clave: '11', nombre: 'Razón social', clase: 'texto', origen: 'rut', ayuda: 'Como está en su RUT.' },
    ...DECLARANTE.slice(PUESTO_DE_LA_RAZON_SOCIAL),
  ]),
};

export const FRACCION: Seccion = {
  nombre: 'Fracción de año',
  casillas: conConfianza('baja', [
    {
      clave: '171',
      nombre: 'Fracción de año gravable',
      clase: 'texto',
      ayuda: 'Solo si declara una parte del año, como en una sucesión que se liquida.',
    },
    {
      clave: '172',
      nombre: 'Fracción de año gravable siguiente',
      clase: 'texto',
      ayuda: 'Solo si declara una parte de un año que aún no termina.',
    },
  ]),
};

export const PATRIMONIO: Seccion = {
  nombre: 'Patrimonio',
  casillas: conConfianza('media', [
    {
      clave: '28',
      nombre: 'Total patrimonio bruto',
      clase: 'pesos',
      norma: 'ET 261 a 278',
      ayuda: 'Todo lo que tenía el 31 de diciembre, en Colombia y fuera.',
    },
    {
      clave: '29',
      nombre: 'Pasivos',
      clase: 'pesos',
      norma: 'ET 283',
      ayuda: 'Lo que debía el 31 de diciembre.',
    },
    {
      clave: '30',
      nombre: 'Total patrimonio líquido',
      clase: 'pesos',
      norma: 'ET 282',
      ayuda: 'Lo que tiene menos lo que debe.',
      formula: resta(28, 29),
    },
  ]),
};
