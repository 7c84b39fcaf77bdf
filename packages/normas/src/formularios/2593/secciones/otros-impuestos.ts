import { porcentaje, resta, suma, sumaAnexo } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';
import { conConfianza, MUNICIPIOS } from '../../simple/index.ts';

export const INC: Seccion = {
  nombre: 'Impuesto al consumo de comidas y bebidas',
  casillas: conConfianza('baja', [
    {
      clave: 'incIngresos',
      nombre: 'Ingresos gravados con el impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 512-9, 908 par. 1; DUR 1.5.8.3.7 num. 3',
      ayuda: 'Lo que vendió de comidas y bebidas, si es responsable de este impuesto.',
    },
    {
      clave: 'inc',
      nombre: 'Impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 908 par. 1; DUR 1.5.8.3.7 num. 3',
      ayuda: 'El 8 % de esas ventas.',
      formula: porcentaje('inc', 'incIngresos'),
    },
    {
      clave: 'incExcedenteAnterior',
      nombre: 'Excedente de impuesto al consumo anterior',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 3, 1.5.8.3.12',
      ayuda: 'Lo que le sobró de este impuesto en un recibo anterior de este año.',
    },
    {
      clave: 'incIntereses',
      nombre: 'Intereses de mora del impuesto al consumo',
      clase: 'pesos',
      norma: 'ET 634, 635; DUR 1.5.8.3.7 num. 6',
      ayuda: 'Solo si paga después del vencimiento.',
    },
    {
      clave: 'incPagosAnteriores',
      nombre: 'Pagos anteriores del impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.12',
      ayuda: 'Lo que ya pagó de este impuesto por el bimestre, si corrige un recibo.',
    },
    {
      clave: 'incTotal',
      nombre: 'Total del impuesto al consumo por pagar',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 nums. 3 y 6',
      ayuda: 'El impuesto más los intereses, menos lo que ya tenía pagado.',
      formula: resta(suma('inc', 'incIntereses'), 'incExcedenteAnterior', 'incPagosAnteriores'),
    },
    {
      clave: 'incExcedente',
      nombre: 'Excedente de impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.12',
      ayuda: 'Lo que le sobró para los recibos que siguen.',
      formula: resta(suma('incExcedenteAnterior', 'incPagosAnteriores'), 'inc', 'incIntereses'),
    },
  ]),
};

const RESTAN_DEL_IVA = ['ivaDescontable', 'ivaSaldoAnterior', 'ivaExcedenteAnterior', 'ivaRetenciones'];

export const IVA: Seccion = {
  nombre: 'Impuesto sobre las ventas (IVA)',
  casillas: conConfianza('baja', [
    {
      clave: 'ivaGenerado',
      nombre: 'IVA generado',
      clase: 'pesos',
      norma: 'ET 915; DUR 1.5.8.3.7 num. 4',
      ayuda: 'El IVA que cobró en el bimestre, si es responsable de IVA.',
    },
    {
      clave: 'ivaDescontable',
      nombre: 'IVA descontable',
      clase: 'pesos',
      norma: 'ET 488, 915; DUR 1.5.8.3.7 num. 4',
      ayuda: 'El IVA que pagó en sus compras y gastos y puede restar.',
    },
    {
      clave: 'ivaSaldoAnterior',
      nombre: 'Saldo a favor de IVA del año anterior',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 4',
      ayuda: 'El de su declaración anual de IVA, si no lo pidió de vuelta.',
    },
    {
      clave: 'ivaExcedenteAnterior',
      nombre: 'Excedente de IVA del bimestre anterior',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 4',
      ayuda: 'Lo que le sobró de IVA en un recibo anterior de este año.',
    },
    {
      clave: 'ivaRetenciones',
      nombre: 'Retenciones de IVA',
      clase: 'pesos',
      norma: 'ET 437-2; DUR 1.5.8.3.7 num. 4',
      ayuda: 'Las que le practicaron a título de IVA.',
    },
    {
      clave: 'ivaSaldo',
      nombre: 'Saldo de IVA',
      clase: 'pesos',
      norma: 'ET 915; DUR 1.5.8.3.7 num. 4',
      ayuda: 'El IVA del bimestre, sin intereses ni pagos anteriores.',
      formula: resta('ivaGenerado', ...RESTAN_DEL_IVA),
    },
    {
      clave: 'ivaIntereses',
      nombre: 'Intereses de mora de IVA',
      clase: 'pesos',
      norma: 'ET 634, 635; DUR 1.5.8.3.7 num. 6',
      ayuda: 'Solo si paga después del vencimiento.',
    },
    {
      clave: 'ivaPagosAnteriores',
      nombre: 'Pagos anteriores de IVA',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.12',
      ayuda: 'Lo que ya pagó de IVA por el bimestre, si corrige un recibo.',
    },
    {
      clave: 'ivaTotal',
      nombre: 'Total de IVA por pagar',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 nums. 4 y 6',
      ayuda: 'El saldo de IVA más los intereses, menos lo que ya había pagado.',
      formula: resta(suma('ivaGenerado', 'ivaIntereses'), ...RESTAN_DEL_IVA, 'ivaPagosAnteriores'),
    },
    {
      clave: 'ivaExcedente',
      nombre: 'Excedente de IVA',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 4',
      ayuda: 'Lo que le sobró para los recibos que siguen.',
      formula: resta(suma(...RESTAN_DEL_IVA, 'ivaPagosAnteriores'), 'ivaGenerado', 'ivaIntereses'),
    },
  ]),
};

export const PAGO: Seccion = {
  nombre: 'Valores a pagar',
  casillas: conConfianza('baja', [
    {
      clave: 'icaAPagar',
      nombre: 'ICA por pagar a municipios y distritos',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 nums. 5.1 y 6',
      ayuda:
        'El ICA de cada municipio, menos las retenciones de antes de entrar al SIMPLE, más sus intereses.',
      formula: suma(sumaAnexo(MUNICIPIOS, 'aPagar'), 'interesesIca'),
    },
    {
      clave: 'anticipoAPagar',
      nombre: 'Anticipo SIMPLE nacional',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 5.2',
      ayuda: 'La casilla 56.',
      formula: suma(56),
    },
    {
      clave: 'incAPagar',
      nombre: 'Impuesto al consumo',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 5.3',
      ayuda: 'El total de este impuesto.',
      formula: suma('incTotal'),
    },
    {
      clave: 'ivaAPagar',
      nombre: 'Impuesto sobre las ventas (IVA)',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 5.4',
      ayuda: 'El total de IVA.',
      formula: suma('ivaTotal'),
    },
    {
      clave: 'totalAPagar',
      nombre: 'Total a pagar',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 5',
      ayuda: 'Lo que se paga con el recibo 490. Lo que sobra de un impuesto no paga otro.',
      formula: suma('icaAPagar', 'anticipoAPagar', 'incAPagar', 'ivaAPagar'),
    },
  ]),
};
