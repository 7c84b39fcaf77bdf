import { menor, porcentaje, resta, segun, suma } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';
import { conConfianza } from '../../simple/index.ts';

const YA_PAGADO = segun('casilla87', { 'saldo-anterior': suma(87, 88), 'no-resta': suma(88) });

export const GANANCIAS_OCASIONALES: Seccion = {
  nombre: 'Ganancias ocasionales',
  casillas: conConfianza('media', [
    {
      clave: '80',
      nombre: 'Ingresos por ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 299 a 306-1, 908 par. 6; DUR 1.5.8.1.9',
      ayuda:
        'Herencias, loterías, y la venta de bienes que tuvo dos años o más. No van en los ingresos del SIMPLE.',
    },
    {
      clave: '81',
      nombre: 'Costos por ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 67 a 73, 311',
      ayuda: 'Lo que le costó el bien que vendió.',
    },
    {
      clave: '82',
      nombre: 'Ganancias ocasionales no gravadas y exentas',
      clase: 'pesos',
      norma: 'ET 303-1, 307, 311-1',
      ayuda: 'La parte que la ley dice que no paga.',
    },
    {
      clave: '83',
      nombre: 'Ganancias ocasionales gravables',
      clase: 'pesos',
      norma: 'ET 311',
      ayuda: 'La parte de la ganancia que paga impuesto.',
      formula: resta(80, 81, 82),
    },
    {
      clave: '84',
      nombre: 'Impuesto de ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 313, 314, 317',
      ayuda: 'El 20 % de loterías, rifas y apuestas, y el 15 % de las demás ganancias.',
      formula: suma(
        porcentaje('gananciasDeLoterias', menor('loterias', 83)),
        porcentaje('gananciasOcasionales', resta(83, 'loterias')),
      ),
    },
    {
      clave: '85',
      nombre: 'Descuento por impuestos pagados en el exterior',
      clase: 'pesos',
      norma: 'ET 254',
      ayuda: 'Lo que pagó fuera por la misma ganancia.',
    },
    {
      clave: '86',
      nombre: 'Impuesto neto de ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 254, 313',
      ayuda: 'El impuesto menos lo que pagó fuera.',
      formula: resta(84, 85),
    },
    {
      clave: '87',
      nombre: 'Saldo a favor de ganancias ocasionales de la declaración anterior',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 6',
      ayuda: 'El de la declaración anterior, si no lo pidió de vuelta.',
      confianza: 'baja',
    },
    {
      clave: '88',
      nombre: 'Retenciones por ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 317, 398; DUR 1.5.8.3.11 num. 6',
      ayuda: 'Lo que ya le descontaron por este impuesto: está en sus certificados.',
    },
    {
      clave: '89',
      nombre: 'Saldo a pagar por ganancias ocasionales',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 6',
      ayuda: 'Lo que falta de este impuesto, sin sanciones.',
      formula: resta(86, YA_PAGADO),
    },
    {
      clave: '90',
      nombre: 'Sanción por extemporaneidad de ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 641',
      ayuda: 'Solo si presenta tarde.',
    },
    {
      clave: '91',
      nombre: 'Sanción por corrección de ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 644',
      ayuda: 'Solo si corrige y este impuesto sube.',
    },
    {
      clave: '92',
      nombre: 'Otras sanciones de ganancias ocasionales',
      clase: 'pesos',
      norma: 'ET 639',
      ayuda: 'Si tiene otra.',
    },
    {
      clave: '93',
      nombre: 'Total sanciones de ganancias ocasionales',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 8',
      ayuda: 'La suma de las sanciones de este impuesto.',
      formula: suma(90, 91, 92),
    },
    {
      clave: '94',
      nombre: 'Total saldo a pagar por ganancias ocasionales',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 nums. 6 y 8',
      ayuda: 'Lo que debe pagar de este impuesto.',
      formula: resta(suma(86, 93), YA_PAGADO),
    },
    {
      clave: '95',
      nombre: 'Total saldo a favor por ganancias ocasionales',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.11 num. 6; ET 850',
      ayuda: 'Lo que pagó de más de este impuesto.',
      formula: resta(YA_PAGADO, 86, 93),
    },
  ]),
};
