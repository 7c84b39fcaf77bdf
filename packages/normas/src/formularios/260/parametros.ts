import { porcentaje } from '../../dinero/index.ts';
import { SANCION_MINIMA, TARIFAS_DE_EXTEMPORANEIDAD } from '../../sanciones/index.ts';
import { DESCUENTO_PAGOS_ELECTRONICOS, TOPE_DESCUENTO_GMF } from '../../simple/index.ts';
import type { Formulario, Opcion, Parametro } from '../motor/index.ts';
import { alPresentar, cifra, finDeLosRangos, INC, tablasDeTarifas, tarifaDe } from '../simple/index.ts';
import { ANTES_DEL_EMPLAZAMIENTO, DESPUES_DEL_EMPLAZAMIENTO } from './sancion.ts';

/** The figures of ET 641 or 642, from the one copy that the `sanciones` room keeps. */
function deExtemporaneidad(
  nombres: typeof ANTES_DEL_EMPLAZAMIENTO,
  momento: keyof typeof TARIFAS_DE_EXTEMPORANEIDAD,
): Record<string, Parametro> {
  const { norma, impuesto, ingresos, patrimonio, vecesSaldo, topeUvt } = TARIFAS_DE_EXTEMPORANEIDAD[momento];
  const tarifa = (nombre: string, porCiento: number) =>
    tarifaDe(nombre, { tarifa: porcentaje(porCiento), norma });
  return {
    [nombres.impuesto]: tarifa('sanción por cada mes de retraso', impuesto.mensual),
    [nombres.topeDelImpuesto]: tarifa('tope de la sanción', impuesto.tope),
    [nombres.ingresos]: tarifa('sanción por cada mes, cuando no hay impuesto', ingresos.mensual),
    [nombres.topeDeIngresos]: tarifa('tope de la sanción sin impuesto', ingresos.tope),
    [nombres.patrimonio]: tarifa('sanción por cada mes, cuando no hay ingresos', patrimonio.mensual),
    [nombres.topeDePatrimonio]: tarifa('tope de la sanción sin ingresos', patrimonio.tope),
    [nombres.vecesElSaldo]: cifra('numero', `veces el saldo a favor (${vecesSaldo})`, norma, vecesSaldo),
    [nombres.topeSinSaldo]: alPresentar('tope de la sanción sin impuesto ni saldo a favor', norma, topeUvt),
  };
}

export const PARAMETROS: Formulario['parametros'] = {
  ...tablasDeTarifas('anual'),
  ...deExtemporaneidad(ANTES_DEL_EMPLAZAMIENTO, 'antes'),
  ...deExtemporaneidad(DESPUES_DEL_EMPLAZAMIENTO, 'despues'),
  sancionMinima: alPresentar('sanción mínima', SANCION_MINIMA.norma, SANCION_MINIMA.uvt),
  finDeLosRangos: finDeLosRangos('anual'),
  inc: INC,
  pagosElectronicos: tarifaDe('descuento por pagos electrónicos', DESCUENTO_PAGOS_ELECTRONICOS),
  topeGmf: tarifaDe('tope del descuento por el 4 por mil', TOPE_DESCUENTO_GMF),
  gananciasOcasionales: cifra('tarifa', 'tarifa de ganancias ocasionales', 'ET 313, 314', '0.15'),
  gananciasDeLoterias: cifra('tarifa', 'tarifa de loterías, rifas y apuestas', 'ET 317', '0.20'),
};

export const OPCIONES: Readonly<Record<string, Opcion>> = {
  casilla43: {
    nombre: 'Qué ingresos suma la casilla 43',
    defecto: 'todas',
    casos: {
      todas: 'los del país y los del exterior, casillas 31 a 42',
      'solo-pais': 'solo los del país, casillas 31, 33, 35, 37, 39 y 41',
    },
    nota: 'Un concepto de la DIAN suma las casillas impares; el ET 904 grava la totalidad de los ingresos y los modelos públicos suman todas.',
  },
  casilla87: {
    nombre: 'Si la casilla 87 baja el impuesto de ganancias ocasionales',
    defecto: 'saldo-anterior',
    casos: {
      'saldo-anterior': 'es el saldo a favor de la declaración anterior, y se resta',
      'no-resta': 'no se resta',
    },
    nota: 'El nombre de la casilla 87 no se leyó en el formulario; su lugar y una fuente indican que es el saldo a favor de ganancias ocasionales de la declaración anterior.',
  },
  ajustesDeRecibos: {
    nombre: 'Cómo cuentan las casillas 108 a 119',
    defecto: 'suman',
    casos: {
      suman: 'son mayores valores pagados y se suman a los recibos',
      restan: 'se restan de lo pagado en los recibos',
      'no-cuentan': 'solo informan',
    },
    nota: 'Se sabe que las casillas 108 a 119 traen el mayor valor o ajuste de cada bimestre, y no con qué signo entran a las casillas 56 y 71.',
  },
  topeGmf: {
    nombre: 'Tope del descuento por el 4 por mil',
    defecto: 'literal',
    casos: {
      literal: 'el 0,004 % de los ingresos netos, como está escrito',
      'sin-tope': 'sin otro tope que el impuesto',
    },
    nota: 'El ET 912 y el decreto escriben 0,004 %, en cifras y en letras, y así casi no queda descuento: el gravamen es el 0,4 %. Puede ser una errata, pero es el texto.',
  },
};
