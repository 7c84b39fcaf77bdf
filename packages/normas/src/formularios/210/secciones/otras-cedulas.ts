import { mayor, resta, suma } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';

export const PENSIONES: Seccion = {
  nombre: 'Cédula de pensiones',
  casillas: [
    {
      clave: '99',
      nombre: 'Ingresos brutos por rentas de pensiones del país y del exterior',
      clase: 'pesos',
      norma: 'ET 337',
      ayuda: 'Todas las mesadas del año: vejez, invalidez, sobrevivientes y riesgos laborales.',
    },
    {
      clave: '100',
      nombre: 'Ingresos no constitutivos de renta de las pensiones',
      clase: 'pesos',
      norma: 'ET 56',
      ayuda: 'Lo que le descontaron para salud y fondo de solidaridad pensional.',
    },
    {
      clave: '101',
      nombre: 'Renta líquida de pensiones',
      clase: 'pesos',
      norma: 'ET 337',
      ayuda: 'Sus mesadas menos los aportes.',
      formula: resta(99, 100),
    },
    {
      clave: '102',
      nombre: 'Rentas exentas de pensiones',
      clase: 'pesos',
      norma: 'ET 206 num. 5 y par. 3',
      ayuda: 'Hasta 1.000 UVT de cada mesada, mes por mes, ya descontada la salud.',
    },
    {
      clave: '103',
      nombre: 'Renta líquida gravable cédula de pensiones',
      clase: 'pesos',
      norma: 'ET 337',
      ayuda: 'La parte de sus pensiones sobre la que se calcula el impuesto.',
      formula: resta(101, 102),
    },
  ],
};

export const DIVIDENDOS: Seccion = {
  nombre: 'Cédula de dividendos y participaciones',
  casillas: [
    {
      clave: '104',
      nombre: 'Dividendos y participaciones del año 2016 y anteriores, y otros',
      clase: 'pesos',
      norma: 'ET 49, 342',
      ayuda: 'De utilidades de 2016 o antes que le repartieron en el año.',
    },
    {
      clave: '105',
      nombre: 'Ingresos no constitutivos de renta de los dividendos de 2016 y anteriores',
      clase: 'pesos',
      norma: 'ET 49 num. 3',
      ayuda: 'La parte de ellos que la sociedad certificó como no gravada.',
    },
    {
      clave: '106',
      nombre: 'Renta líquida ordinaria de 2016 y anteriores',
      clase: 'pesos',
      norma: 'ET 49, 342',
      ayuda: 'La parte gravada de esos dividendos.',
      formula: resta(104, 105),
    },
    {
      clave: '107',
      nombre: 'Primera subcédula, años 2017 y siguientes',
      clase: 'pesos',
      norma: 'ET 49 num. 3, 242 inc. 1, 343 num. 1',
      ayuda: 'Dividendos que la sociedad certificó como ya gravados en ella.',
    },
    {
      clave: '108',
      nombre: 'Segunda subcédula, años 2017 y siguientes',
      clase: 'pesos',
      norma: 'ET 49 par. 2, 242 inc. 2, 343 num. 2',
      ayuda: 'Dividendos que la sociedad certificó como gravados para usted.',
    },
    {
      clave: '109',
      nombre: 'Dividendos y participaciones recibidos del exterior',
      clase: 'pesos',
      norma: 'ET 242 inc. 2, 343 num. 2, 882 a 893',
      ayuda: 'De sociedades de fuera del país.',
    },
    {
      clave: '110',
      nombre: 'Rentas exentas de la casilla 109',
      clase: 'pesos',
      norma: 'Decisión 578 de la CAN',
      ayuda: 'Los que vienen de Bolivia, Ecuador o Perú.',
    },
  ],
};

export const CONSOLIDADA: Seccion = {
  nombre: 'Renta líquida gravable',
  casillas: [
    {
      clave: '111',
      nombre: 'Renta líquida gravable',
      clase: 'pesos',
      norma: 'ET 241, 242, 331',
      ayuda:
        'Todo lo que entra a la tabla del impuesto: la cédula general (o la renta presuntiva, si es mayor), las pensiones y los dividendos.',
      formula: resta(suma(mayor(97, 98), 103, 107, 108), 118),
    },
  ],
};

export const GANANCIAS_OCASIONALES: Seccion = {
  nombre: 'Ganancias ocasionales',
  casillas: [
    {
      clave: '112',
      nombre: 'Ingresos por ganancias ocasionales del país y del exterior',
      clase: 'pesos',
      norma: 'ET 299 a 306-1',
      ayuda: 'Herencias, loterías, y la venta de bienes que tuvo dos años o más.',
    },
    {
      clave: '113',
      nombre: 'Costos por ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 67 a 73, 311',
      ayuda: 'Lo que le costó el bien que vendió.',
    },
    {
      clave: '114',
      nombre: 'Ganancias ocasionales no gravadas y exentas',
      clase: 'pesos',
      norma: 'ET 303-1, 307, 311-1',
      ayuda:
        'Entre otras: la vivienda heredada hasta 13.000 UVT, lo que recibe cada heredero hasta 3.250 UVT, y la venta de su casa hasta 5.000 UVT si va a una AFC o al crédito.',
    },
    {
      clave: '115',
      nombre: 'Ganancias ocasionales gravables',
      clase: 'pesos',
      norma: 'ET 311',
      ayuda: 'La parte de la ganancia que paga impuesto.',
      formula: resta(112, 113, 114),
    },
  ],
};
