import { filas, type Disposicion } from '../formulario-impreso/index.ts';
import { anexoMunicipal, AVISOS, CIERRE_DEL_ENCABEZADO, COMUN, deColumnas } from './base.ts';

/**
 * Form 2593, the SIMPLE receipt of two months. The numbers of its boxes from the 58 on were not found: those go by their
 * name alone. The arrangement is the office's own.
 */
export const DISPOSICION_2593: Disposicion = {
  ...COMUN,
  codigo: '2593',
  titulo: 'Recibo electrónico SIMPLE: anticipo bimestral',
  documento: 'Formulario 2593: recibo electrónico SIMPLE, anticipo bimestral',
  adjunto: 'recibo-2593.json',
  encabezado: {
    nombre: 'Datos del contribuyente',
    filas: [
      ...filas(
        'anio:4 periodo:4 numeroDeFormulario:16',
        'nit:8 dv:3 seccional:6 actividad:7',
        'nombre:24',
        'reciboAnterior:24',
      ),
      CIERRE_DEL_ENCABEZADO,
    ],
  },
  hojas: [
    {
      clave: '1',
      avisos: AVISOS,
      secciones: [
        deColumnas('Anticipo: ingresos del bimestre', '39 40 41* tarifa'),
        deColumnas('Anticipo: liquidación', '42 43 44* 45 46 47 48 49*'),
        deColumnas('Anticipo: saldo', '50 51 52 53* 54 55 56* 57*'),
        deColumnas(
          'Impuesto al consumo de comidas y bebidas',
          'incIngresos inc incExcedenteAnterior incIntereses incPagosAnteriores incTotal* incExcedente*',
        ),
        deColumnas(
          'Impuesto sobre las ventas (IVA)',
          'ivaGenerado ivaDescontable ivaSaldoAnterior ivaExcedenteAnterior ivaRetenciones ivaSaldo* ivaIntereses ivaPagosAnteriores ivaTotal* ivaExcedente*',
        ),
        deColumnas('Valores a pagar', 'icaAPagar anticipoAPagar incAPagar ivaAPagar totalAPagar*'),
      ],
    },
    anexoMunicipal({ conPagos: false }),
  ],
  sinImprimir: {},
};
