import { filas, type Disposicion } from '../formulario-impreso/index.ts';

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
    filas: [
      ...filas('nit:9 concepto:15', 'anio:5 periodo:13 cuota:6', 'declaracion:24'),
      [
        {
          area: 'leyenda',
          ancho: 24,
          titulo: 'Recibo n.º {numero}',
          detalle: 'Para pagar el {dia}: los intereses van hasta ese día.',
        },
      ],
    ],
  },
  hojas: [
    {
      clave: '1',
      secciones: [
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
      ],
    },
  ],
  conAyuda: true,
  sinImprimir: {},
};
