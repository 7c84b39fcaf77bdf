import {
  conocido,
  enUvt,
  esMayor,
  esMayorOIgual,
  menor,
  numero,
  parametro,
  porcentaje,
  porTarifa,
  promedio,
  resta,
  segun,
  si,
  suma,
  sumaAnexo,
  tabla,
  todas,
  valor,
} from '../../motor/index.ts';
import type { Expresion, Seccion } from '../../motor/index.ts';

export const IMPUESTO: Seccion = {
  nombre: 'Liquidación privada: impuesto sobre las rentas',
  casillas: [
    {
      clave: '116',
      nombre: 'Impuesto de la cédula general, de pensiones y de dividendos',
      clase: 'pesos',
      norma: 'ET 241',
      ayuda: 'Lo que da la tabla sobre la casilla 111 cuando su renta es mayor o igual que la presuntiva.',
      formula: si(esMayorOIgual(97, 98), tabla('tabla241', 111), numero(0)),
    },
    {
      clave: '117',
      nombre: 'Impuesto de la renta presuntiva, de pensiones y de dividendos',
      clase: 'pesos',
      norma: 'ET 188, 241',
      ayuda: 'Lo que da la tabla sobre la casilla 111 cuando la renta presuntiva es mayor.',
      formula: si(esMayor(98, 97), tabla('tabla241', 111), numero(0)),
    },
    {
      clave: '118',
      nombre: 'Impuesto de los dividendos de 2017 y siguientes, segunda subcédula',
      clase: 'pesos',
      norma: 'ET 240, 242 inc. 2',
      ayuda: 'El 35 % de la casilla 108, o la tarifa que tenga cada dividendo en el anexo.',
      formula: suma(
        sumaAnexo('dividendos', 'impuesto'),
        porcentaje('dividendosGravados', resta(108, sumaAnexo('dividendos', 'base'))),
      ),
    },
    {
      clave: '119',
      nombre: 'Impuesto de los dividendos de 2016 y anteriores',
      clase: 'pesos',
      norma: 'ET 241 (texto vigente en 2016)',
      ayuda: 'Lo que daba la tabla de 2016 sobre la casilla 106.',
      formula: tabla('tabla241De2016', 106),
    },
    {
      clave: '120',
      nombre: 'Impuesto de los dividendos recibidos del exterior',
      clase: 'pesos',
      norma: 'ET 240, 242 inc. 2',
      ayuda: 'El 35 % de los dividendos del exterior que no son exentos.',
      formula: porcentaje('dividendosDelExterior', resta(109, 110)),
    },
    {
      clave: '121',
      nombre: 'Total impuesto sobre las rentas líquidas gravables',
      clase: 'pesos',
      norma: 'ET 241, 242',
      ayuda: 'El impuesto antes de descuentos.',
      formula: suma(116, 117, 118, 119, 120),
    },
  ],
};

/** Base of the discount for dividends: the sources do not agree on what happens with box 108. */
const BASE_254_1 = segun('baseDescuentoDividendos', {
  instructivo: resta(suma(107, 108), 118),
  'renta-cedular': suma(107, 108),
});

export const DESCUENTOS: Seccion = {
  nombre: 'Liquidación privada: descuentos',
  casillas: [
    {
      clave: '122',
      nombre: 'Descuento por impuestos pagados en el exterior',
      clase: 'pesos',
      norma: 'ET 254',
      ayuda: 'Lo que pagó fuera por la misma renta, sin pasar de lo que ella paga aquí.',
    },
    {
      clave: '123',
      nombre: 'Descuento por donaciones',
      clase: 'pesos',
      norma: 'ET 256, 257, 257-1, 258',
      ayuda: 'El 25 % de lo que donó a entidades del régimen especial, y otras inversiones con descuento.',
    },
    {
      clave: '124',
      nombre: 'Descuento por dividendos, participaciones y otros',
      clase: 'pesos',
      norma: 'ET 254-1, 258-1',
      ayuda: 'El 19 % de los dividendos que pasan de 1.090 UVT, y otros descuentos.',
      formula: suma(
        porcentaje('descuentoDividendos', resta(BASE_254_1, enUvt('umbralDescuentoDividendos'))),
        'otrosDescuentos',
      ),
    },
    {
      clave: '125',
      nombre: 'Total descuentos tributarios',
      clase: 'pesos',
      norma: 'ET 258, 259',
      ayuda: 'La suma de los descuentos, sin pasar del impuesto.',
      formula: menor(suma(122, 123, 124), 121),
    },
    {
      clave: '126',
      nombre: 'Impuesto neto de renta',
      clase: 'pesos',
      norma: 'ET 259',
      ayuda: 'El impuesto menos los descuentos.',
      formula: resta(121, 125),
    },
  ],
};

const PROMEDIO = promedio(126, 'impuestoNetoAnterior');

/** The first return has no earlier year to average with. */
const siPuedePromediar = (base: Expresion): Expresion =>
  si(todas(conocido('impuestoNetoAnterior'), esMayor('numeroDeclaracion', numero(1))), base, '126');

export const SALDO: Seccion = {
  nombre: 'Liquidación privada: saldo',
  casillas: [
    {
      clave: '127',
      nombre: 'Impuesto de ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 314, 317',
      ayuda: 'El 20 % de loterías, rifas y apuestas, y el 15 % de las demás ganancias.',
      formula: suma(
        porcentaje('gananciasDeLoterias', menor('loterias', 115)),
        porcentaje('gananciasOcasionales', resta(115, 'loterias')),
      ),
    },
    {
      clave: '128',
      nombre: 'Descuento por impuestos pagados en el exterior por ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 254; convenios vigentes',
      ayuda: 'Lo que pagó fuera por la misma ganancia.',
    },
    {
      clave: '129',
      nombre: 'Total impuesto a cargo',
      clase: 'pesos',
      norma: 'ET 26, 259, 313',
      ayuda: 'El impuesto del año: el de renta más el de ganancias ocasionales.',
      formula: resta(suma(126, 127), 128),
    },
    {
      clave: '130',
      nombre: 'Anticipo de renta liquidado el año gravable anterior',
      clase: 'pesos',
      norma: 'ET 807',
      ayuda: 'La casilla del anticipo en su declaración anterior: ya lo pagó.',
    },
    {
      clave: '131',
      nombre: 'Saldo a favor del año gravable anterior sin solicitud de devolución ni compensación',
      clase: 'pesos',
      norma: 'ET 815, 850',
      ayuda: 'El saldo a favor de su declaración anterior, si no lo pidió de vuelta.',
    },
    {
      clave: '132',
      nombre: 'Retenciones del año gravable que declara',
      clase: 'pesos',
      norma: 'ET 373, 374',
      ayuda: 'Lo que ya le descontaron por este impuesto: está en sus certificados.',
    },
    {
      clave: '133',
      nombre: 'Anticipo de renta para el año gravable siguiente',
      clase: 'pesos',
      norma: 'ET 807, 809',
      ayuda:
        'Un adelanto del impuesto del año que sigue: 25 % la primera vez, 50 % la segunda y 75 % después, menos las retenciones. Desde la segunda vez puede calcularse sobre el promedio de los dos últimos años.',
      formula: resta(
        porTarifa(
          'tarifaAnticipo',
          segun('anticipo', {
            'el-menor': siPuedePromediar(menor(126, PROMEDIO)),
            'sobre-el-impuesto-neto': valor(126),
            'sobre-el-promedio': siPuedePromediar(PROMEDIO),
          }),
        ),
        132,
      ),
    },
    {
      clave: '134',
      nombre: 'Saldo a pagar por impuesto',
      clase: 'pesos',
      norma: 'ET 807',
      ayuda: 'Lo que falta por pagar, sin sanciones.',
      formula: resta(suma(129, 133), 130, 131, 132),
    },
    {
      clave: '135',
      nombre: 'Sanciones',
      clase: 'pesos',
      norma: 'ET 639, 641, 642, 644',
      ayuda: 'Si presenta tarde o corrige. Nunca es menor de 10 UVT.',
      origen: 'oficina',
    },
    {
      clave: '136',
      nombre: 'Total saldo a pagar',
      clase: 'pesos',
      norma: 'ET 807',
      ayuda: 'Lo que debe pagar.',
      formula: resta(suma(129, 133, 135), 130, 131, 132),
    },
    {
      clave: '137',
      nombre: 'Total saldo a favor',
      clase: 'pesos',
      norma: 'ET 850',
      ayuda: 'Lo que pagó de más y puede pedir o dejar para el año siguiente.',
      formula: resta(suma(130, 131, 132), 129, 133, 135),
    },
  ],
};

export const OTROS: Seccion = {
  nombre: 'Dependientes y otros',
  casillas: [
    {
      clave: '138',
      nombre: 'Número de dependientes económicos',
      clase: 'cantidad',
      norma: 'ET 336 num. 3, 387 par. 2',
      ayuda: 'Cuántas personas dependen de usted; cuentan hasta cuatro.',
      formula: menor(parametro('dependientesMaximos'), 'dependientes'),
    },
    {
      clave: '139',
      nombre: 'Adición por dependientes a la casilla 92',
      clase: 'pesos',
      norma: 'ET 336 num. 3 inc. 2; DUR 1.2.1.20.3',
      ayuda: '72 UVT por cada dependiente, sin pasar de su renta de trabajo.',
      formula: menor(enUvt('porDependiente', 138), suma(42, 57)),
    },
    {
      clave: '140',
      nombre: 'Superó el tope indicativo del artículo 336-1',
      clase: 'marca',
      norma: 'ET 336-1, 651 num. 1 lit. d',
      ayuda:
        'Se marca sola cuando los costos de la casilla 45 pasan del 60 % de los ingresos de la casilla 43.',
      formula: si(esMayor(45, porcentaje('topeDeCostos', 43)), numero(1), numero(0)),
    },
    {
      clave: '141',
      nombre: 'Aporte voluntario',
      clase: 'pesos',
      norma: 'ET 244-1',
      ayuda: 'Si quiere aportar algo más que el impuesto. No es obligatorio.',
    },
  ],
};
