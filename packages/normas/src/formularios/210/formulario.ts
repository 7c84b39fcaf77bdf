import {
  enUvt,
  esIgual,
  esMayor,
  menor,
  numero,
  porcentaje,
  porTarifa,
  resta,
  si,
  suma,
  tarifa,
  valor,
} from '../motor/index.ts';
import type { Auxiliar, Formulario, Hecho } from '../motor/index.ts';
import { COMPUESTOS } from './compuestos.ts';
import { OPCIONES, PARAMETROS } from './parametros.ts';
import { REPAROS } from './reparos.ts';
import {
  BENEFICIOS,
  CAPITAL,
  CONSOLIDACION,
  NO_LABORAL,
  TRABAJO,
  TRABAJO_CON_COSTOS,
} from './secciones/cedula-general.ts';
import { DATOS, FIRMAS } from './secciones/datos.ts';
import { DESCUENTOS, IMPUESTO, OTROS, SALDO } from './secciones/liquidacion.ts';
import { CONSOLIDADA, DIVIDENDOS, GANANCIAS_OCASIONALES, PENSIONES } from './secciones/otras-cedulas.ts';
import { FACTURA_ELECTRONICA, PATRIMONIO } from './secciones/patrimonio.ts';
import { turnoDelCupo } from './secciones/renta-depurada.ts';

const HECHOS: readonly Hecho[] = [
  {
    clave: 'dependientes',
    nombre: 'Personas que dependen de usted',
    clase: 'cantidad',
    norma: 'ET 387 par. 2',
    ayuda: 'Hijos, cónyuge, padres o hermanos que cumplen las condiciones del artículo 387.',
  },
  {
    clave: 'comprasFacturaElectronica',
    nombre: 'Compras con factura electrónica',
    clase: 'pesos',
    norma: 'ET 336 num. 5',
    ayuda: 'A su nombre, pagadas por un medio electrónico y que no resta en otra casilla.',
  },
  {
    clave: 'numeroDeclaracion',
    nombre: 'Cuántas veces ha declarado renta, con esta',
    clase: 'cantidad',
    norma: 'ET 807',
    ayuda: '1 si es la primera, 2 si es la segunda, 3 de ahí en adelante.',
    siFalta: 3n,
    entre: [1n, 99n],
    supuesto: {
      casilla: '133',
      mensaje:
        'No dijo cuántas veces ha declarado renta: el anticipo se calculó al 75 %, como desde la tercera vez. Si es la primera, es el 25 %; si es la segunda, el 50 %.',
    },
  },
  {
    clave: 'impuestoNetoAnterior',
    nombre: 'Impuesto neto de renta del año anterior',
    clase: 'pesos',
    norma: 'ET 807',
    ayuda: 'La casilla 126 de la declaración anterior.',
    supuesto: {
      casilla: '133',
      cuando: esMayor('numeroDeclaracion', numero(1)),
      mensaje:
        'No dijo el impuesto neto del año anterior: el anticipo se calculó sobre el de este año. Desde la segunda declaración usted puede usar el promedio de los dos años, que puede dar menos.',
    },
  },
  {
    clave: 'loterias',
    nombre: 'Ganancias de loterías, rifas y apuestas dentro de la casilla 115',
    clase: 'pesos',
    norma: 'ET 317',
  },
  {
    clave: 'otrosDescuentos',
    nombre: 'Otros descuentos de la casilla 124',
    clase: 'pesos',
    norma: 'ET 258-1',
    ayuda: 'Por ejemplo, el IVA de bienes de capital.',
  },
  {
    clave: 'baseRentaPresuntiva',
    nombre: 'Patrimonio líquido del año anterior, depurado',
    clase: 'pesos',
    norma: 'ET 189',
  },
  {
    clave: 'rentaActivosExceptuados',
    nombre: 'Renta gravable de los activos que no entran a la base presuntiva',
    clase: 'pesos',
    norma: 'ET 189',
  },
  ...BENEFICIOS.map(({ primera, de }) => ({
    clave: `exentasIlimitadas.${primera + 6}`,
    nombre: `Rentas exentas sin límite de las rentas ${de}`,
    clase: 'pesos' as const,
    norma: 'ET 206 num. 6 a 9, 206-1; Decisión 578 de la CAN',
    deCasilla: true as const,
    ayuda:
      'La parte de las rentas exentas que no cuenta para el límite del 40 %: Fuerza Pública, prima del servicio exterior, países de la CAN, cesantías consolidadas a 2016.',
  })),
];

const AUXILIARES: readonly Auxiliar[] = [
  {
    clave: 'baseDelCupo',
    nombre: 'Ingresos que cuentan para el límite',
    clase: 'pesos',
    norma: 'ET 336 num. 3; Resolución DIAN 000120 de 2024 (no se restan costos ni la casilla 75)',
    formula: resta(suma(32, 43, 58, 62, 74, 79), 33, 44, 59, 76),
  },
  {
    clave: 'cupo',
    nombre: 'Límite de rentas exentas y deducciones',
    clase: 'pesos',
    norma: 'ET 336 num. 3; DUR 1.2.1.20.4',
    formula: menor(porcentaje('limiteGeneral', 'baseDelCupo'), enUvt('topeGeneral')),
  },
  {
    clave: 'tarifaAnticipo',
    nombre: 'Porcentaje del anticipo',
    clase: 'tarifa',
    norma: 'ET 807',
    formula: si(
      esIgual('numeroDeclaracion', numero(1)),
      tarifa('anticipoPrimera'),
      si(esIgual('numeroDeclaracion', numero(2)), tarifa('anticipoSegunda'), tarifa('anticipoSiguientes')),
    ),
  },
];

/**
 * Form 210, income tax of resident natural persons: one structure since the taxable year 2023 (Resoluciones DIAN
 * 000044 and 000120 of 2024).
 */
export const FORMULARIO_210: Formulario = {
  codigo: '210',
  nombre: 'Declaración de renta y complementario de personas naturales residentes',
  fuente:
    'Instructivo del formulario 210 «AG2023 y siguientes» (Resolución DIAN 000044 de 2024, modificada por la 000120 de 2024), leído en una transcripción pública; Estatuto Tributario; Ley 2277 de 2022; Decreto 2231 de 2023',
  anios: { desde: 2023, hasta: 2025 },
  secciones: [
    DATOS,
    FACTURA_ELECTRONICA,
    PATRIMONIO,
    TRABAJO,
    TRABAJO_CON_COSTOS,
    CAPITAL,
    NO_LABORAL,
    CONSOLIDACION,
    PENSIONES,
    DIVIDENDOS,
    CONSOLIDADA,
    GANANCIAS_OCASIONALES,
    IMPUESTO,
    DESCUENTOS,
    SALDO,
    OTROS,
    FIRMAS,
  ],
  hechos: HECHOS,
  compuestos: COMPUESTOS,
  auxiliares: AUXILIARES,
  anexos: [
    {
      clave: 'dividendos',
      nombre: 'Dividendos de la segunda subcédula con tarifa distinta de la general',
      filasMaximas: 10,
      columnas: [
        { clave: 'base', nombre: 'Dividendo', clase: 'pesos', norma: 'ET 242 inc. 2' },
        { clave: 'tarifa', nombre: 'Tarifa', clase: 'tarifa', norma: 'ET 240' },
        {
          clave: 'impuesto',
          nombre: 'Impuesto',
          clase: 'pesos',
          norma: 'ET 240, 242 inc. 2',
          formula: porTarifa('tarifa', 'base'),
        },
      ],
    },
  ],
  repartos: {
    general: {
      nombre: 'límite de rentas exentas y deducciones',
      norma: 'ET 336 num. 3; DUR 1.2.1.20.4; Resolución DIAN 000120 de 2024',
      cupo: valor('cupo'),
      turnos: BENEFICIOS.map(turnoDelCupo),
    },
  },
  reparos: REPAROS,
  parametros: PARAMETROS,
  opciones: OPCIONES,
};
