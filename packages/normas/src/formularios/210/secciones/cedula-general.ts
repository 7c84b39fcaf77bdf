import { resta, suma } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';
import { beneficios } from './renta-depurada.ts';
import type { Beneficios } from './renta-depurada.ts';

const DE_TRABAJO: Beneficios = {
  primera: 35,
  de: 'de trabajo',
  renta: '34',
  turno: 0,
  otrasExentas:
    'El 25 % exento de lo laboral (hasta 790 UVT), las cesantías y las demás del artículo 206. Las que no tienen límite se dicen también en «rentas exentas sin límite».',
  otrasDeducciones:
    'Dependientes (10 % hasta 32 UVT al mes), medicina prepagada (hasta 16 UVT al mes), la mitad del 4 por mil, intereses del ICETEX (hasta 100 UVT) y cesantías del independiente.',
};

const CON_COSTOS: Beneficios = {
  primera: 47,
  de: 'de trabajo con costos',
  renta: '46',
  turno: 1,
  otrasExentas: 'Las que correspondan a estos ingresos. Quien resta costos no puede usar el 25 % exento.',
  otrasDeducciones: 'Las que correspondan a estos ingresos, si no las usó en otra renta.',
};

const DE_CAPITAL: Beneficios = {
  primera: 63,
  de: 'de capital',
  renta: suma(61, 62),
  turno: 2,
  otrasExentas: 'Las que correspondan a intereses, arriendos y regalías.',
  otrasDeducciones: 'Las que correspondan a estos ingresos, si no las usó en otra renta.',
};

const NO_LABORALES: Beneficios = {
  primera: 80,
  de: 'no laborales',
  renta: suma(78, 79),
  turno: 3,
  otrasExentas: 'Las que correspondan a estos ingresos.',
  otrasDeducciones: 'Las que correspondan a estos ingresos, si no las usó en otra renta.',
};

/** In the order in which they use the common quota (Resolución DIAN 000120 de 2024). */
export const BENEFICIOS: readonly Beneficios[] = [DE_TRABAJO, CON_COSTOS, DE_CAPITAL, NO_LABORALES];

export const TRABAJO: Seccion = {
  nombre: 'Cédula general: rentas de trabajo',
  casillas: [
    {
      clave: '32',
      nombre: 'Ingresos brutos de las rentas de trabajo',
      clase: 'pesos',
      norma: 'ET 103, 335',
      ayuda:
        'Salarios, primas, cesantías, viáticos y bonificaciones; también honorarios si no va a restar costos.',
    },
    {
      clave: '33',
      nombre: 'Ingresos no constitutivos de renta de las rentas de trabajo',
      clase: 'pesos',
      norma: 'ET 46, 55, 56; DUR 1.2.1.20.2',
      ayuda: 'Lo que pagó obligatoriamente a salud, pensión y fondo de solidaridad.',
    },
    {
      clave: '34',
      nombre: 'Renta líquida de las rentas de trabajo',
      clase: 'pesos',
      norma: 'ET 336 num. 1 y 2',
      ayuda: 'Sus ingresos de trabajo menos los aportes obligatorios.',
      formula: resta(32, 33),
    },
    ...beneficios(DE_TRABAJO),
    {
      clave: '42',
      nombre: 'Renta líquida ordinaria de las rentas de trabajo',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda de sus rentas de trabajo después de los beneficios.',
      formula: resta(34, 41),
    },
  ],
};

export const TRABAJO_CON_COSTOS: Seccion = {
  nombre: 'Cédula general: rentas de trabajo con costos',
  casillas: [
    {
      clave: '43',
      nombre: 'Ingresos brutos de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 103, 336 num. 4',
      ayuda:
        'Honorarios y servicios de quien trabaja por su cuenta y prefiere restar costos en lugar del 25 % exento.',
    },
    {
      clave: '44',
      nombre: 'Ingresos no constitutivos de renta de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 55, 56',
      ayuda: 'Aportes obligatorios a salud y pensión por estos ingresos.',
    },
    {
      clave: '45',
      nombre: 'Costos y deducciones procedentes de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 107, 108-5, 115, 336-1, 771-2; DUR 1.2.1.20.5',
      ayuda: 'Lo que gastó para producir estos ingresos, con sus facturas.',
    },
    {
      clave: '46',
      nombre: 'Renta líquida de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Estos ingresos menos los aportes y los costos.',
      formula: resta(43, 44, 45),
    },
    ...beneficios(CON_COSTOS),
    {
      clave: '54',
      nombre: 'Renta líquida ordinaria del ejercicio de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda después de los beneficios.',
      formula: resta(43, 44, 45, 53),
    },
    {
      clave: '55',
      nombre: 'Pérdida líquida ordinaria del ejercicio de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 330; DUR 1.2.1.20.5',
      ayuda: 'Lo que los costos y aportes pasan de los ingresos. Solo si no tuvo otra clase de rentas.',
      formula: resta(suma(44, 45), 43),
    },
    {
      clave: '56',
      nombre: 'Compensaciones por pérdidas de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 147, 330; DUR 1.2.1.20.6',
      ayuda: 'Pérdidas de años anteriores de esta misma renta, de los últimos doce años.',
    },
    {
      clave: '57',
      nombre: 'Renta líquida ordinaria de las rentas de trabajo con costos',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda después de compensar pérdidas.',
      formula: resta(54, 56),
    },
  ],
};

export const CAPITAL: Seccion = {
  nombre: 'Cédula general: rentas de capital',
  casillas: [
    {
      clave: '58',
      nombre: 'Ingresos brutos de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 335 num. 2',
      ayuda: 'Intereses, rendimientos, arriendos y regalías, también los de fuera del país.',
    },
    {
      clave: '59',
      nombre: 'Ingresos no constitutivos de renta de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 38 a 41, 55',
      ayuda: 'Aportes obligatorios y la parte de los intereses que solo compensa la inflación.',
    },
    {
      clave: '60',
      nombre: 'Costos y deducciones procedentes de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 107, 336 num. 4',
      ayuda: 'Lo que gastó para producir estos ingresos.',
    },
    {
      clave: '61',
      nombre: 'Renta líquida de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Estos ingresos menos los aportes y los costos.',
      formula: resta(58, 59, 60),
    },
    {
      clave: '62',
      nombre: 'Rentas líquidas pasivas de entidades controladas del exterior (capital)',
      clase: 'pesos',
      norma: 'ET 882 a 893',
      ayuda: 'Solo si controla una entidad fuera del país.',
    },
    ...beneficios(DE_CAPITAL),
    {
      clave: '70',
      nombre: 'Renta líquida ordinaria del ejercicio de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda después de los beneficios.',
      formula: resta(suma(58, 62), 59, 60, 69),
    },
    {
      clave: '71',
      nombre: 'Pérdida líquida del ejercicio de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 330; DUR 1.2.1.20.5',
      ayuda: 'Lo que los costos y aportes pasan de los ingresos. Solo si no tuvo otra clase de rentas.',
      formula: resta(suma(59, 60), 58, 62),
    },
    {
      clave: '72',
      nombre: 'Compensaciones por pérdidas de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 147',
      ayuda: 'Pérdidas de años anteriores de esta misma renta, de los últimos doce años.',
    },
    {
      clave: '73',
      nombre: 'Renta líquida ordinaria de las rentas de capital',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda después de compensar pérdidas.',
      formula: resta(70, 72),
    },
  ],
};

export const NO_LABORAL: Seccion = {
  nombre: 'Cédula general: rentas no laborales',
  casillas: [
    {
      clave: '74',
      nombre: 'Ingresos brutos de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 335 num. 3',
      ayuda: 'Lo que no es trabajo, capital, pensión ni dividendo: ventas de un negocio, por ejemplo.',
    },
    {
      clave: '75',
      nombre: 'Devoluciones, rebajas y descuentos de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 26',
      ayuda: 'Lo que devolvió o rebajó a sus clientes.',
    },
    {
      clave: '76',
      nombre: 'Ingresos no constitutivos de renta de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 36-1, 42, 46, 55',
      ayuda: 'Aportes obligatorios y otros ingresos que la ley no grava.',
    },
    {
      clave: '77',
      nombre: 'Costos y deducciones procedentes de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 59, 107, 336 num. 4',
      ayuda: 'Lo que le costó lo que vendió y lo que gastó en el negocio.',
    },
    {
      clave: '78',
      nombre: 'Renta líquida de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Estos ingresos menos devoluciones, aportes y costos.',
      formula: resta(74, 75, 76, 77),
    },
    {
      clave: '79',
      nombre: 'Rentas líquidas pasivas de entidades controladas del exterior (no laborales)',
      clase: 'pesos',
      norma: 'ET 882 a 893',
      ayuda: 'Solo si controla una entidad fuera del país.',
    },
    ...beneficios(NO_LABORALES),
    {
      clave: '87',
      nombre: 'Renta líquida ordinaria del ejercicio de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda después de los beneficios.',
      formula: resta(suma(74, 79), 75, 76, 77, 86),
    },
    {
      clave: '88',
      nombre: 'Pérdida líquida del ejercicio de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 330; DUR 1.2.1.20.5',
      ayuda: 'Lo que los costos pasan de los ingresos. Solo si no tuvo otra clase de rentas.',
      formula: resta(suma(75, 76, 77), 74, 79),
    },
    {
      clave: '89',
      nombre: 'Compensaciones por pérdidas de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 147',
      ayuda: 'Pérdidas de años anteriores de esta misma renta, de los últimos doce años.',
    },
    {
      clave: '90',
      nombre: 'Renta líquida ordinaria de las rentas no laborales',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda después de compensar pérdidas.',
      formula: resta(87, 89),
    },
  ],
};

export const CONSOLIDACION: Seccion = {
  nombre: 'Cédula general: consolidación',
  casillas: [
    {
      clave: '91',
      nombre: 'Renta líquida cédula general',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Todas sus rentas de trabajo, capital y no laborales, antes de los beneficios.',
      formula: suma(41, 42, 53, 57, 69, 73, 86, 90),
    },
    {
      clave: '92',
      nombre: 'Rentas exentas y deducciones imputables limitadas',
      clase: 'pesos',
      norma: 'ET 336 num. 3 y 5',
      ayuda: 'Los beneficios reconocidos, el 1 % de la factura electrónica y lo de sus dependientes.',
      formula: suma(28, 41, 53, 69, 86, 139),
    },
    {
      clave: '93',
      nombre: 'Renta líquida ordinaria cédula general',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'Lo que queda de la cédula general después de los beneficios.',
      formula: resta(91, 92),
    },
    {
      clave: '94',
      nombre: 'Compensaciones por pérdidas del año gravable 2018 y anteriores',
      clase: 'pesos',
      norma: 'ET 330 par. trans.',
      ayuda: 'Pérdidas de 2018 o antes que todavía no ha restado.',
    },
    {
      clave: '95',
      nombre: 'Compensaciones por exceso de renta presuntiva',
      clase: 'pesos',
      norma: 'ET 189',
      ayuda: 'Lo que la renta presuntiva pasó de la líquida en los cinco años anteriores.',
    },
    {
      clave: '96',
      nombre: 'Rentas gravables',
      clase: 'pesos',
      norma: 'ET 195 a 199, 236 a 239-1, 760',
      ayuda: 'Bienes que no declaró, deudas que no existían y deducciones que recuperó.',
    },
    {
      clave: '97',
      nombre: 'Renta líquida gravable cédula general',
      clase: 'pesos',
      norma: 'ET 336',
      ayuda: 'La parte de la cédula general sobre la que se calcula el impuesto.',
      formula: resta(suma(93, 96), 94, 95),
    },
    {
      clave: '98',
      nombre: 'Renta presuntiva',
      clase: 'pesos',
      norma: 'ET 188, 189, 191',
      ayuda: 'Lo que la ley supone que rentó su patrimonio del año anterior. La tarifa es 0 % desde 2021.',
      formula: suma(
        { op: 'porcentaje', parametro: 'rentaPresuntiva', de: { op: 'valor', clave: 'baseRentaPresuntiva' } },
        'rentaActivosExceptuados',
      ),
    },
  ],
};
