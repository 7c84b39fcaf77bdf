import {
  filas,
  type Disposicion,
  type FilaDispuesta,
  type SeccionDispuesta,
} from '../formulario-impreso/index.ts';

const NUMERO_Y_DIA: FilaDispuesta = [
  {
    area: 'leyenda',
    ancho: 24,
    titulo: 'Recibo n.º {numero}',
    detalle: 'Para pagar el {dia}: los intereses van hasta ese día.',
  },
];

const CUANTO_Y_A_QUIEN: readonly SeccionDispuesta[] = [
  {
    nombre: 'Cuánto se paga',
    filas: filas(
      'valorImpuesto:24:cifra',
      'valorSancion:24:cifra',
      'valorIntereses:24:cifra',
      'total:24:cifra',
    ),
  },
  {
    nombre: 'Para quien recibe el pago',
    filas: [
      [{ area: 'barras', ancho: 24 }],
      [
        { area: 'firma', ancho: 12, alto: 62, rotulo: 'Fecha y sello de la entidad que recibe' },
        { area: 'firma', ancho: 12, alto: 62, rotulo: 'Firma de quien recibe' },
      ],
    ],
  },
];

/** Slip 490: an arrangement of the office's own, as no source describes the official one. */
export const DISPOSICION_490: Disposicion = {
  codigo: '490',
  titulo: 'Recibo de pago de impuestos nacionales',
  documento: 'Recibo 490: pago de impuestos nacionales',
  asunto: 'Recibo {numero}, para pagar el {dia}',
  nota: 'Cada recibo paga un impuesto, de un año y un período.',
  demostracion:
    'No se puede pagar con este recibo: los datos son ficticios y el código de barras no es de nadie.',
  adjunto: 'recibo-490.json',
  encabezado: {
    nombre: 'Qué se paga',
    filas: [...filas('nit:9 concepto:15', 'anio:5 periodo:13 cuota:6', 'declaracion:24'), NUMERO_Y_DIA],
  },
  hojas: [
    {
      clave: '1',
      secciones: CUANTO_Y_A_QUIEN,
    },
  ],
  conAyuda: true,
  sinImprimir: {},
};

/** The slip of several debts: the sum on the first sheet, where the barcode is; each debt on the second. */
export const DISPOSICION_VARIAS_DEUDAS: Disposicion = {
  ...DISPOSICION_490,
  titulo: 'Recibo de pago de varias deudas',
  documento: 'Recibo de pago de varias deudas',
  nota: 'El formulario 490 dice un solo concepto: este recibo suma varios y la hoja 2 dice cuáles.',
  adjunto: 'recibo-de-varias-deudas.json',
  encabezado: {
    nombre: 'Qué se paga',
    filas: [...filas('nit:12 cuantas:12'), NUMERO_Y_DIA],
  },
  hojas: [
    { clave: '1', secciones: CUANTO_Y_A_QUIEN },
    {
      clave: '2',
      avisos: ['Las deudas que paga el recibo n.º {numero}, para pagar el {dia}. Se paga con la hoja 1.'],
      secciones: [
        {
          nombre: 'Deudas',
          repetida: true,
          filas: filas(
            'concepto:9 anio:3 periodo:8 cuota:4',
            'deImpuesto:6:cifra deSancion:6:cifra deIntereses:6:cifra deTodo:6:cifra',
          ),
        },
      ],
    },
  ],
};
