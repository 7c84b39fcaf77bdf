import { enUvt, menor, porcentaje, resta } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';

export const FACTURA_ELECTRONICA: Seccion = {
  nombre: 'Deducción por compras con factura electrónica',
  casillas: [
    {
      clave: '28',
      nombre: 'Uno por ciento (1 %) de las compras con factura electrónica',
      clase: 'pesos',
      norma: 'ET 336 num. 5; DUR 1.2.1.20.3 par.',
      ayuda:
        'Es el 1 % de lo que compró con factura electrónica a su nombre y pagó por un medio electrónico, hasta 240 UVT. No puede dejar su renta en pérdida.',
      formula: menor(
        porcentaje('facturaElectronica', 'comprasFacturaElectronica'),
        enUvt('topeFacturaElectronica'),
      ),
    },
  ],
};

export const PATRIMONIO: Seccion = {
  nombre: 'Patrimonio',
  casillas: [
    {
      clave: '29',
      nombre: 'Total patrimonio bruto',
      clase: 'pesos',
      norma: 'ET 261 a 278',
      ayuda:
        'Todo lo que tenía el 31 de diciembre, en Colombia y fuera: casa, carro, cuentas, inversiones, lo que le deben.',
    },
    {
      clave: '30',
      nombre: 'Deudas',
      clase: 'pesos',
      norma: 'ET 283',
      ayuda: 'Lo que debía el 31 de diciembre.',
    },
    {
      clave: '31',
      nombre: 'Total patrimonio líquido',
      clase: 'pesos',
      norma: 'ET 282',
      ayuda: 'Lo que tiene menos lo que debe.',
      formula: resta(29, 30),
    },
  ],
};
