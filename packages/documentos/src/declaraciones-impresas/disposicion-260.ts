import { columnas, filas, type Disposicion } from '../formulario-impreso/index.ts';
import { anexoMunicipal, AVISOS, CIERRE_DEL_ENCABEZADO, COMUN, deColumnas } from './base.ts';

/** The boxes of the six pairs of months from one on. */
const seis = (primera: number) => Array.from({ length: 6 }, (_, i) => primera + i).join(' ');

/**
 * Form 260, the annual return of the SIMPLE regime. The boxes of its annexes, from the 120 on, were not found: the annex
 * by municipality goes by the names of its columns. The arrangement is the office's own.
 */
export const DISPOSICION_260: Disposicion = {
  ...COMUN,
  codigo: '260',
  titulo: 'Declaración anual consolidada del régimen SIMPLE',
  documento: 'Formulario 260: declaración anual consolidada del régimen SIMPLE',
  adjunto: 'declaracion-260.json',
  encabezado: {
    nombre: 'Datos del declarante',
    filas: [
      ...filas('1:4 4:12 5:6 6:2', '7:6 8:6 9:6 10:6', '11:24', '12:6 24:6 25:5 26:7'),
      CIERRE_DEL_ENCABEZADO,
    ],
  },
  hojas: [
    {
      clave: '1',
      paginas: 2,
      avisos: AVISOS,
      secciones: [
        deColumnas('Tarifa', '27'),
        deColumnas('Patrimonio', '28 29 30*'),
        {
          nombre: 'Ingresos',
          filas: [
            ...[31, 33, 35, 37, 39, 41].flatMap((pais) => columnas(`${pais} ${pais + 1}`)),
            ...columnas('43* 44'),
            ...columnas('45*'),
          ],
        },
        deColumnas('Liquidación del impuesto SIMPLE', '46 47 48* 49 50 51 52* 53* 54 55 56 57 58*'),
        deColumnas('Sanciones y saldo del impuesto SIMPLE', '59 60 61 62* 63* 64*'),
        deColumnas('Industria y comercio (ICA)', '65 66 67 68* icaAPagar* icaAFavor*'),
        deColumnas('Impuesto al consumo de comidas y bebidas', '69 70 71 72 73* 74 75 76 77* 78* 79*'),
        deColumnas('Ganancias ocasionales', '80 81 82 83* 84 85 86* 87 88 89* 90 91 92 93* 94* 95*'),
        {
          nombre: 'Lo pagado en los recibos por bimestre',
          porColumnas: true,
          // SIMPLE goes down the first column, with its adjustments, and the consumption tax down the second.
          filas: [...columnas(`${seis(96)} ${seis(102)}`), ...columnas(`${seis(108)} ${seis(114)}`)],
        },
        { nombre: 'Fracción de año', filas: filas('171:12 172:12') },
        deColumnas('Pago', '980*'),
      ],
    },
    anexoMunicipal({ conPagos: true }),
  ],
  sinImprimir: {},
};
