import { menor, porTarifa, resta, suma, sumaAnexo } from '../../motor/index.ts';
import type { Seccion } from '../../motor/index.ts';
import { conConfianza, MUNICIPIOS, TARIFA_MAS_ALTA } from '../../simple/index.ts';

export const INGRESOS: Seccion = {
  nombre: 'Anticipo: ingresos del bimestre',
  casillas: [
    {
      clave: '39',
      nombre: 'Ingresos brutos del bimestre',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 2, 1.5.8.3.9; Oficio DIAN 28229 de 2019',
      ayuda:
        'Lo que recibió en el bimestre en todos los municipios, más los ingresos que no son de su actividad.',
      formula: suma(sumaAnexo(MUNICIPIOS, 'ingresos'), 'ingresosExtraordinarios'),
    },
    ...conConfianza('media', [
      {
        clave: '40',
        nombre: 'Ingresos no constitutivos de renta ni ganancia ocasional',
        clase: 'pesos',
        norma: 'ET 904; DUR 1.5.8.3.7 num. 2',
        ayuda: 'Los que la ley dice que no pagan este impuesto.',
      },
      {
        clave: '41',
        nombre: 'Ingresos netos',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 num. 2',
        ayuda: 'Los ingresos sobre los que se calcula el anticipo.',
        formula: resta(39, 40),
      },
    ]),
    {
      clave: 'tarifa',
      nombre: 'Tarifa SIMPLE consolidada del bimestre',
      clase: 'tarifa',
      norma: 'ET 908 pars. 4 y 5; DUR 1.5.8.3.10',
      ayuda: 'La más alta entre las de los grupos en que tuvo ingresos, según el total del bimestre.',
      frase:
        'Con el total de la casilla 39 se busca la tarifa de cada grupo en que tuvo ingresos, y la más alta se aplica a todo.',
      formula: TARIFA_MAS_ALTA,
      confianza: 'baja',
    },
  ],
};

export const ANTICIPO: Seccion = {
  nombre: 'Anticipo: liquidación',
  casillas: conConfianza('media', [
    {
      clave: '42',
      nombre: 'Anticipo SIMPLE',
      clase: 'pesos',
      norma: 'ET 908 par. 4; DUR 1.5.8.3.7 num. 2',
      ayuda: 'Los ingresos netos por la tarifa del bimestre.',
      formula: porTarifa('tarifa', 41),
    },
    {
      clave: '43',
      nombre: 'Componente ICA territorial del bimestre',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 1',
      ayuda: 'El impuesto de industria y comercio de todos los municipios, menos lo que ellos exoneran.',
      formula: sumaAnexo(MUNICIPIOS, 'componente'),
    },
    {
      clave: '44',
      nombre: 'Componente nacional antes de descuentos',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 2.1',
      ayuda: 'La parte del anticipo que es de la Nación.',
      formula: resta(42, 43),
    },
    {
      clave: '45',
      nombre: 'Aportes a pensiones del empleador en el bimestre',
      clase: 'pesos',
      norma: 'ET 903 par. 4; DUR 1.5.8.3.2',
      ayuda:
        'Lo que usted pagó como empleador por la pensión de sus trabajadores, antes de presentar este recibo.',
    },
    {
      clave: '46',
      nombre: 'Excedente de aportes del bimestre anterior',
      clase: 'pesos',
      norma: 'ET 903 par. 4; DUR 1.5.8.3.7 num. 2.2',
      ayuda: 'Los aportes del bimestre anterior, de este mismo año, que no alcanzó a descontar.',
    },
    {
      clave: '47',
      nombre: 'Descuento por aportes a pensiones',
      clase: 'pesos',
      norma: 'ET 903 par. 4; DUR 1.5.8.3.7 nums. 1 y 2.2',
      ayuda: 'Los aportes que caben en la parte de la Nación: nunca bajan el ICA.',
      formula: menor(suma(45, 46), 44),
    },
    {
      clave: '48',
      nombre: 'Excedente de aportes para el bimestre siguiente',
      clase: 'pesos',
      norma: 'ET 903 par. 4; DUR 1.5.8.3.7 num. 2.2',
      ayuda: 'Los aportes que no cupieron: puede usarlos en los bimestres que siguen de este año.',
      formula: resta(suma(45, 46), 47),
    },
    {
      clave: '49',
      nombre: 'Anticipo neto del componente nacional',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 2',
      ayuda: 'La parte de la Nación menos los aportes a pensiones.',
      formula: resta(44, 47),
    },
  ]),
};

export const SALDO: Seccion = {
  nombre: 'Anticipo: saldo',
  casillas: [
    {
      clave: '50',
      nombre: 'Retenciones y autorretenciones a título de renta',
      clase: 'pesos',
      norma: 'DUR 1.5.8.3.7 num. 2.4; Conceptos DIAN 9598 de 2025 y 302 de 2026',
      ayuda:
        'Las que le practicaron este año antes de entrar al SIMPLE, en su primer recibo. También las de los transportadores.',
    },
    ...conConfianza('media', [
      {
        clave: '51',
        nombre: 'Excedente de anticipo del bimestre anterior',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 num. 2',
        ayuda: 'Lo que le sobró en el recibo anterior de este mismo año.',
      },
      {
        clave: '52',
        nombre: 'Saldo a favor de la declaración SIMPLE del año anterior',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 num. 2.3',
        ayuda: 'Si no lo pidió de vuelta.',
      },
      {
        clave: '53',
        nombre: 'Saldo a pagar del anticipo',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 num. 2',
        ayuda: 'Lo que falta del anticipo, sin intereses.',
        formula: resta(49, 50, 51, 52),
      },
      {
        clave: '54',
        nombre: 'Intereses de mora',
        clase: 'pesos',
        norma: 'ET 634, 635; DUR 1.5.8.3.7 num. 6',
        ayuda: 'Solo si paga después del vencimiento.',
      },
      {
        clave: '55',
        nombre: 'Pagos anteriores del mismo recibo',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.12',
        ayuda: 'Lo que ya pagó por este bimestre, si corrige un recibo.',
      },
      {
        clave: '56',
        nombre: 'Valor a pagar del anticipo SIMPLE',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 nums. 5.2 y 6',
        ayuda: 'Lo que debe pagar de la parte de la Nación.',
        formula: resta(suma(49, 54), 50, 51, 52, 55),
      },
      {
        clave: '57',
        nombre: 'Excedente para el bimestre siguiente',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 num. 2',
        ayuda: 'Lo que le sobró: baja los recibos que siguen, solo de este mismo año.',
        formula: resta(suma(50, 51, 52, 55), 49, 54),
      },
    ]),
  ],
};
