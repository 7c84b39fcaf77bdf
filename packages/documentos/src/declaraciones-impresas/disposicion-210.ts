import { filas, type Disposicion } from '../formulario-impreso/index.ts';
import { AVISOS, CIERRE_DEL_ENCABEZADO, COMUN, deColumnas } from './base.ts';

/**
 * Form 210, income tax of resident natural persons: its sections in the order of the official one, in two columns, each
 * figure after the number of its box. The arrangement is the office's own.
 */
export const DISPOSICION_210: Disposicion = {
  ...COMUN,
  codigo: '210',
  titulo: 'Declaración de renta de personas naturales residentes',
  documento: 'Formulario 210: declaración de renta de personas naturales residentes',
  adjunto: 'declaracion-210.json',
  encabezado: {
    nombre: 'Datos del declarante',
    filas: [
      ...filas('1:4 4:12 5:6 6:2', '7:6 8:6 9:6 10:6', '12:5 24:5 25:4 26:6 27:4'),
      CIERRE_DEL_ENCABEZADO,
    ],
  },
  hojas: [
    {
      clave: '1',
      paginas: 3,
      avisos: AVISOS,
      secciones: [
        deColumnas('Deducción por compras con factura electrónica', '28'),
        deColumnas('Patrimonio', '29 30 31*'),
        deColumnas('Cédula general: rentas de trabajo', '32 33 34* 35 36 37* 38 39 40* 41 42*'),
        deColumnas(
          'Cédula general: rentas de trabajo con costos',
          '43 44 45 46* 47 48 49* 50 51 52* 53 54 55 56 57*',
        ),
        deColumnas(
          'Cédula general: rentas de capital',
          '58 59 60 61* 62 63 64 65* 66 67 68* 69 70 71 72 73*',
        ),
        deColumnas(
          'Cédula general: rentas no laborales',
          '74 75 76 77 78* 79 80 81 82* 83 84 85* 86 87 88 89 90*',
        ),
        deColumnas('Cédula general: consolidación', '91 92 93* 94 95 96 97* 98'),
        deColumnas('Cédula de pensiones', '99 100 101* 102 103*'),
        deColumnas('Cédula de dividendos y participaciones', '104 105 106* 107 108 109 110'),
        deColumnas('Renta líquida gravable', '111*'),
        deColumnas('Ganancias ocasionales', '112 113 114 115*'),
        deColumnas('Liquidación privada: impuesto sobre las rentas', '116 117 118 119 120 121*'),
        deColumnas('Liquidación privada: descuentos', '122 123 124 125* 126*'),
        deColumnas('Liquidación privada: saldo', '127 128 129* 130 131 132 133 134* 135 136* 137*'),
        deColumnas('Dependientes y otros', '138 139 140 141'),
        {
          nombre: 'Firmas y pago',
          filas: filas('981:4 982:5 983:9 994:6', '996:9 997:9 980:6:cifra'),
        },
      ],
    },
    {
      clave: 'dividendos',
      nombre: 'anexo: dividendos con tarifa distinta de la general',
      avisos: AVISOS,
      secciones: [
        { nombre: 'Dividendo', repetida: true, filas: filas('base:8:cifra tarifa:8:cifra impuesto:8:cifra') },
      ],
    },
  ],
  sinImprimir: {},
};
