import { enUvt, esMayor, esMayorOIgual, numero, porcentaje, segun, suma, todas } from '../motor/index.ts';
import type { Reparo } from '../motor/index.ts';
import {
  GRUPOS,
  icaMayorQueSimple,
  icaNoCoincide,
  ingresosDelGrupo,
  noCoinciden,
  sinGrupo,
} from '../simple/index.ts';
import { TOTAL_DE_INGRESOS } from './secciones/ingresos.ts';

const deGrupoAnulado = (casilla: string): Reparo => ({
  codigo: 'grupo-inexequible',
  casilla,
  gravedad: 'aviso',
  norma: 'Sentencia C-540 de 2023; Concepto DIAN 9741 de 2024',
  cuando: esMayor(casilla, numero(0)),
  mensaje:
    'El grupo 4 ya no existe. Aquí sus ingresos se liquidan como del grupo 3 (sic); páselos a las casillas 39 y 40.',
});

const noPasaDe = (casilla: string, de: string, norma: string): Reparo => ({
  codigo: 'mayor-que-los-ingresos',
  casilla,
  gravedad: 'error',
  norma,
  cuando: esMayor(casilla, de),
  limite: suma(de),
  mensaje: `La casilla ${casilla} no puede pasar de los ingresos de la casilla ${de}: {limite}.`,
});

export const REPAROS: readonly Reparo[] = [
  ...GRUPOS.flatMap((g) => noCoinciden(g.pais, ingresosDelGrupo(g), `el grupo ${g.grupo}`)),
  ...noCoinciden('43', segun('casilla43', TOTAL_DE_INGRESOS), 'todos los grupos'),
  icaNoCoincide('47'),
  sinGrupo('43', 27),
  deGrupoAnulado('37'),
  deGrupoAnulado('38'),
  noPasaDe('44', '43', 'ET 904'),
  {
    codigo: 'fuera-del-simple',
    casilla: '45',
    gravedad: 'error',
    norma: 'ET 905 num. 2, 908 par. 6; DUR 1.5.8.4.1',
    cuando: esMayorOIgual(45, enUvt('finDeLosRangos')),
    limite: enUvt('finDeLosRangos'),
    mensaje:
      'Sus ingresos llegan al límite del SIMPLE, que es de {limite}: por este año debe declarar en el régimen ordinario.',
  },
  icaMayorQueSimple('47', '46'),
  {
    codigo: 'descuentos-excluyentes',
    casilla: '51',
    gravedad: 'error',
    norma: 'ET 912 inc. 2',
    cuando: todas(esMayor(50, numero(0)), esMayor(51, numero(0))),
    mensaje:
      'El descuento por pagos electrónicos y el del 4 por mil no van juntos: deje uno. Mientras tanto se toma el mayor.',
  },
  {
    codigo: 'tope-gmf',
    casilla: '51',
    gravedad: 'aviso',
    norma: 'ET 912 inc. 2',
    cuando: esMayor(51, 'gmfReconocido'),
    limite: porcentaje('topeGmf', 45),
    mensaje:
      'Del 4 por mil se reconocen hasta {limite}: la ley escribe 0,004 % de los ingresos netos, y no es seguro que no sea una errata.',
  },
  {
    codigo: 'descuentos-mayores-que-el-impuesto',
    casilla: '52',
    gravedad: 'aviso',
    norma: 'DUR 1.5.8.3.11 par. 1',
    cuando: esMayor(suma(49, 'electronicosOGmf'), 48),
    limite: suma(48),
    mensaje:
      'Los descuentos pasan de la parte de la Nación: se reconocen hasta {limite}, y nunca bajan el ICA.',
  },
  {
    codigo: 'parte-de-la-sancion',
    casilla: '59',
    gravedad: 'error',
    norma: 'ET 640',
    cuando: esMayor('porcentajeSancion', numero(100)),
    mensaje: 'La parte de la sanción que se paga va de 1 a 100: 50, 75 o 100.',
  },
  {
    codigo: 'consumo-mayor-que-los-ingresos',
    casilla: '69',
    gravedad: 'aviso',
    norma: 'ET 908 par. 1',
    cuando: esMayor(69, suma(35, 36)),
    limite: suma(35, 36),
    mensaje:
      'Las ventas de comidas y bebidas de la casilla 69 pasan de los ingresos del grupo 3 ({limite}). Revise en qué grupo los puso.',
  },
  noPasaDe('81', '80', 'ET 311'),
  {
    codigo: 'loterias-mayores-que-ganancias',
    casilla: '84',
    gravedad: 'error',
    norma: 'ET 317',
    cuando: esMayor('loterias', 83),
    limite: suma(83),
    mensaje:
      'Las loterías, rifas y apuestas son parte de las ganancias ocasionales gravables de la casilla 83: no pueden pasar de {limite}.',
  },
  {
    codigo: 'descuento-mayor-que-impuesto',
    casilla: '85',
    gravedad: 'error',
    norma: 'ET 254',
    cuando: esMayor(85, 84),
    limite: suma(84),
    mensaje:
      'Lo que pagó en el exterior por ganancias ocasionales se descuenta hasta el impuesto de la casilla 84: {limite}.',
  },
];
