import {
  enUvt,
  esIgual,
  esMayor,
  menor,
  numero,
  porcentaje,
  resta,
  segun,
  si,
  suma,
  sumaAnexo,
  todas,
} from '../motor/index.ts';
import type { Expresion, Reparo, Termino } from '../motor/index.ts';
import { CASILLAS_DE_INGRESOS_BRUTOS } from './ingresos-brutos.ts';
import { BENEFICIOS } from './secciones/cedula-general.ts';
import type { Beneficios } from './secciones/renta-depurada.ts';

/** One notice for what is owned and one for what was earned: whether accounts must be kept is not asked, so it is told as an «if». */
const firmaDeContador = (cuanto: Expresion, que: string): Reparo => ({
  codigo: 'firma-de-contador',
  casilla: '983',
  gravedad: 'aviso',
  norma: 'ET 596 num. 6',
  cuando: esMayor(cuanto, enUvt('firmaDeContador')),
  limite: enUvt('firmaDeContador'),
  mensaje: `${que} de {limite}. Si está obligado a llevar contabilidad, también debe firmarla un contador público: escriba el número de su tarjeta profesional en la casilla 983. Esta oficina todavía no recibe la segunda firma: hable antes con la administración de impuestos sobre cómo la pone el contador.`,
});

const INGRESOS = suma(32, 43, 58, 74);
const AHORRO = suma(35, 47, 63, 80);

const pasaDe = (
  casilla: string,
  cuanto: Termino,
  limite: Expresion,
  r: Pick<Reparo, 'codigo' | 'norma' | 'mensaje'>,
): Reparo => ({ casilla, gravedad: 'error', cuando: esMayor(cuanto, limite), limite, ...r });

/** One: that the income of a kind is there. Summed, how many kinds there are. */
const hay = (t: Termino): Expresion => si(esMayor(t, numero(0)), numero(1), numero(0));
const CLASES_DE_RENTA = suma(hay(32), hay(43), hay(suma(58, 62)), hay(suma(74, 79)));

const perdidaConOtrasRentas = (casilla: string): Reparo => ({
  codigo: 'perdida-con-otras-rentas',
  casilla,
  gravedad: 'error',
  norma: 'DUR 1.2.1.20.5',
  cuando: todas(esMayor(casilla, numero(0)), esMayor(CLASES_DE_RENTA, numero(1))),
  mensaje:
    'Como tuvo más de una clase de rentas, los costos no pueden pasar de los ingresos de esta. Escriba costos hasta ese valor y guarde los demás como pérdida para los años siguientes.',
});

/** What is not taxed is a part of what was received: more than that would be a loss born of nothing. */
const noGravadoMayor = (casilla: string, ingreso: Expresion, norma: string): Reparo =>
  pasaDe(casilla, casilla, ingreso, {
    codigo: 'no-gravado-mayor-que-ingreso',
    norma,
    mensaje: `Los ingresos no constitutivos de renta de la casilla ${casilla} no pueden pasar de los ingresos de esa renta: {limite}.`,
  });

/** Costs of an income that there was not: no income that they helped to produce is declared. */
const perdidaSinIngresos = (casilla: string, ingreso: Termino, costos: string): Reparo => ({
  codigo: 'perdida-sin-ingresos',
  casilla,
  gravedad: 'aviso',
  norma: 'ET 107, 147',
  cuando: todas(esMayor(casilla, numero(0)), esMayor(costos, numero(0)), esIgual(ingreso, numero(0))),
  mensaje: `Declara costos en la casilla ${costos} y ningún ingreso de esa renta. Una pérdida solo sirve si los costos tienen que ver con ingresos gravados: revise si escribió los ingresos.`,
});

/** What the quota does not limit is a part of what was claimed as exempt. */
const sinLimiteMayor = ({ primera, de }: Beneficios): Reparo =>
  pasaDe(String(primera + 1), `exentasIlimitadas.${primera + 6}`, suma(primera + 2), {
    codigo: 'sin-limite-mayor-que-lo-pedido',
    norma: 'ET 336 num. 3',
    mensaje: `Las rentas exentas sin límite de las rentas ${de} no pueden pasar de las rentas exentas que pide: {limite}.`,
  });

export const REPAROS: readonly Reparo[] = [
  noGravadoMayor('33', suma(32), 'ET 55, 56'),
  noGravadoMayor('44', suma(43), 'ET 55, 56'),
  noGravadoMayor('59', suma(58), 'ET 38 a 41, 55'),
  noGravadoMayor('76', resta(74, 75), 'ET 36-1, 42, 46, 55'),
  noGravadoMayor('100', suma(99), 'ET 55, 56'),
  pasaDe('75', 75, suma(74), {
    codigo: 'devoluciones-mayores-que-ingreso',
    norma: 'ET 26',
    mensaje: 'Las devoluciones y rebajas no pueden pasar de los ingresos de la casilla 74: {limite}.',
  }),
  perdidaSinIngresos('55', 43, '45'),
  perdidaSinIngresos('71', suma(58, 62), '60'),
  perdidaSinIngresos('88', suma(74, 79), '77'),
  ...BENEFICIOS.map(sinLimiteMayor),
  pasaDe(
    '35',
    AHORRO,
    menor(porcentaje('limiteAportesVoluntarios', INGRESOS), enUvt('topeAportesVoluntarios')),
    {
      codigo: 'tope-aportes-voluntarios',
      norma: 'ET 126-1, 126-4',
      mensaje:
        'Los aportes voluntarios de las casillas 35, 47, 63 y 80 suman más de lo permitido: hasta {limite}.',
    },
  ),
  pasaDe('38', suma(38, 50, 66, 83), enUvt('topeInteresesDeVivienda'), {
    codigo: 'tope-intereses-vivienda',
    norma: 'ET 119',
    mensaje:
      'Los intereses de vivienda de las casillas 38, 50, 66 y 83 suman más de lo permitido: hasta {limite}.',
  }),
  pasaDe('102', 102, suma(101), {
    codigo: 'exenta-mayor-que-renta',
    norma: 'ET 206 num. 5',
    mensaje: 'Las pensiones exentas no pueden pasar de la renta de pensiones: {limite}.',
  }),
  pasaDe('105', 105, suma(104), {
    codigo: 'no-gravado-mayor-que-ingreso',
    norma: 'ET 49',
    mensaje: 'Lo que no es gravado no puede pasar de los dividendos de la casilla 104: {limite}.',
  }),
  pasaDe('110', 110, suma(109), {
    codigo: 'exenta-mayor-que-renta',
    norma: 'Decisión 578 de la CAN',
    mensaje: 'Lo exento no puede pasar de los dividendos de la casilla 109: {limite}.',
  }),
  pasaDe('114', suma(113, 114), suma(112), {
    codigo: 'exenta-mayor-que-ganancia',
    norma: 'ET 311',
    mensaje: 'Los costos y lo no gravado no pueden pasar de los ingresos de la casilla 112: {limite}.',
  }),
  {
    codigo: 'exenta-muy-alta',
    casilla: '114',
    gravedad: 'aviso',
    norma: 'ET 303-1, 307, 311-1',
    cuando: esMayor(114, enUvt('mayorExencionDeGanancias')),
    limite: enUvt('mayorExencionDeGanancias'),
    mensaje:
      'Ninguna exención de ganancias ocasionales pasa por sí sola de {limite}, la de la vivienda que se hereda. Revise el límite de cada una de las que suma.',
  },
  pasaDe('127', 'loterias', suma(115), {
    codigo: 'loterias-mayores-que-ganancias',
    norma: 'ET 317',
    mensaje:
      'Las loterías, rifas y apuestas son parte de las ganancias ocasionales gravables de la casilla 115: no pueden pasar de {limite}.',
  }),
  pasaDe('56', 56, suma(54), {
    codigo: 'compensacion-mayor-que-renta',
    norma: 'ET 147',
    mensaje: 'No puede compensar más pérdidas que la renta del año: hasta {limite}.',
  }),
  pasaDe('72', 72, suma(70), {
    codigo: 'compensacion-mayor-que-renta',
    norma: 'ET 147',
    mensaje: 'No puede compensar más pérdidas que la renta del año: hasta {limite}.',
  }),
  pasaDe('89', 89, suma(87), {
    codigo: 'compensacion-mayor-que-renta',
    norma: 'ET 147',
    mensaje: 'No puede compensar más pérdidas que la renta del año: hasta {limite}.',
  }),
  pasaDe('95', suma(94, 95), suma(93), {
    codigo: 'compensacion-mayor-que-renta',
    norma: 'ET 189, 330',
    mensaje: 'Las compensaciones de las casillas 94 y 95 no pueden pasar de la casilla 93: hasta {limite}.',
  }),
  pasaDe('108', sumaAnexo('dividendos', 'base'), suma(108), {
    codigo: 'anexo-mayor-que-casilla',
    norma: 'ET 240, 242',
    mensaje: 'Los dividendos del anexo suman más que la casilla 108: {limite}.',
  }),
  pasaDe('122', 122, suma(121), {
    codigo: 'descuento-mayor-que-impuesto',
    norma: 'ET 254, 259',
    mensaje:
      'Lo que pagó en el exterior se descuenta hasta el impuesto que esa misma renta paga aquí, que no puede ser más que el de la casilla 121: {limite}. Lo demás queda para los años siguientes.',
  }),
  pasaDe('128', 128, suma(127), {
    codigo: 'descuento-mayor-que-impuesto',
    norma: 'ET 254',
    mensaje:
      'Lo que pagó en el exterior por ganancias ocasionales se descuenta hasta el impuesto de la casilla 127: {limite}.',
  }),
  {
    codigo: 'sancion-menor-que-la-minima',
    casilla: '135',
    gravedad: 'error',
    norma: 'ET 639',
    cuando: todas(esMayor(135, numero(0)), esMayor(enUvt('sancionMinima'), 135)),
    limite: enUvt('sancionMinima'),
    mensaje: 'Ninguna sanción es menor que 10 UVT del año en que se presenta: {limite}.',
  },
  {
    codigo: 'descuentos-mayores-que-impuesto',
    casilla: '122',
    // No harm done: box 125 stops at the tax.
    gravedad: 'aviso',
    norma: 'ET 259',
    cuando: esMayor(suma(122, 123, 124), 121),
    limite: suma(121),
    mensaje:
      'Los descuentos pasan del impuesto de la casilla 121: se reconocen hasta {limite}. Revise cuáles puede dejar para los años siguientes.',
  },
  pasaDe(
    '123',
    123,
    segun('limiteDescuentosDonaciones', {
      '25': porcentaje('limiteDonaciones', 121),
      '30': porcentaje('limiteDonacionesConBecas', 121),
    }),
    {
      codigo: 'tope-donaciones',
      norma: 'ET 257-1, 258',
      mensaje:
        'El descuento por donaciones no puede pasar de {limite} este año; lo demás puede quedar para los años siguientes.',
    },
  ),
  perdidaConOtrasRentas('55'),
  perdidaConOtrasRentas('71'),
  perdidaConOtrasRentas('88'),
  {
    codigo: 'tope-indicativo-costos',
    casilla: '140',
    gravedad: 'aviso',
    norma: 'ET 336-1',
    cuando: esMayor(140, numero(0)),
    mensaje:
      'Sus costos pasan del 60 % de los ingresos de la casilla 43. No es un error, pero la declaración lo informa y debe tener los soportes.',
  },
  firmaDeContador(suma(29), 'Su patrimonio bruto pasa'),
  firmaDeContador(suma(...CASILLAS_DE_INGRESOS_BRUTOS), 'Sus ingresos brutos pasan'),
  {
    codigo: 'pago-en-el-490',
    casilla: '980',
    gravedad: 'error',
    norma: 'instructivo del formulario 210',
    cuando: esMayor(980, numero(0)),
    mensaje: 'La casilla 980 va en cero: el pago se hace con el recibo 490.',
  },
];
