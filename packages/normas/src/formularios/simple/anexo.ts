import { porTarifa, resta, suma, sumaAnexo } from '../motor/index.ts';
import type { Anexo, Columna, Expresion, Hecho } from '../motor/index.ts';
import { GRUPO_DE_EXTRAORDINARIOS } from '../../simple/index.ts';
import { GRUPOS } from './grupos.ts';
import type { GrupoEnFormulario } from './grupos.ts';

export const MUNICIPIOS = 'municipios';

const ESCRITAS: readonly Columna[] = [
  {
    clave: 'codigo',
    nombre: 'Municipio',
    clase: 'texto',
    norma: 'ET 908 par. 3, 910 inc. 3',
    lectura: 'municipio',
  },
  {
    clave: 'ciiu',
    nombre: 'Actividad (CIIU)',
    clase: 'texto',
    norma: 'DUR 1625 de 2016, Anexo 4',
    ayuda: 'Los cuatro números de la actividad que hizo allí. De ella sale el grupo, si no lo elige.',
    lectura: 'ciiu',
    opcional: true,
  },
  {
    clave: 'grupo',
    nombre: 'Grupo de actividad',
    clase: 'codigo',
    norma: 'ET 908',
    ayuda: 'El que dice la ley para su actividad. Puede dejarlo sin elegir si escribió la actividad.',
    codigos: GRUPOS.map((g) => g.grupo),
    nombres: GRUPOS.map((g) => g.nombre),
  },
  {
    clave: 'ingresos',
    nombre: 'Ingresos brutos',
    clase: 'pesos',
    norma: 'ET 908 par. 3',
    ayuda: 'Lo que recibió en ese municipio por esa actividad.',
  },
  {
    clave: 'noGravados',
    nombre: 'Ingresos no gravados con ICA',
    clase: 'pesos',
    norma: 'ET 904 inc. 2',
    opcional: true,
  },
  {
    clave: 'tarifaPorMil',
    nombre: 'Tarifa consolidada por mil',
    clase: 'tarifa',
    norma: 'ET 907 num. 3; DUR 2.1.1.20',
    ayuda: 'La del municipio para su grupo: 9,66 es el 9,66 por mil. Está en el acuerdo del concejo.',
    porMil: true,
  },
  {
    clave: 'exenciones',
    nombre: 'Exenciones y descuentos',
    clase: 'pesos',
    norma: 'DUR 1.5.8.3.7 num. 1, 1.5.8.3.11 num. 1',
    opcional: true,
  },
  {
    clave: 'retencionesPrevias',
    nombre: 'Retenciones y autorretenciones de ICA antes del SIMPLE',
    clase: 'pesos',
    norma: 'DUR 1.5.8.3.7 num. 5.1, 1.5.8.3.11 num. 2',
    opcional: true,
  },
];

/** ICA already paid in the receipts of the year: only the annual return has it. */
const PAGADO: Columna = {
  clave: 'pagado',
  nombre: 'ICA pagado en los recibos del año',
  clase: 'pesos',
  norma: 'DUR 1.5.8.3.11 num. 2',
  opcional: true,
};

/**
 * Income and ICA of each municipality and group. What was withheld or paid before lowers what is paid, not the
 * component that leaves the SIMPLE tax (DUR 1.5.8.3.7 num. 2.1).
 */
export function anexoMunicipal({ conPagos }: { conPagos: boolean }): Anexo {
  const yaPagado = conPagos ? ['retencionesPrevias', 'pagado'] : ['retencionesPrevias'];
  return {
    clave: MUNICIPIOS,
    nombre: 'Anexo por municipio',
    filasMaximas: 1_200,
    columnas: [
      ...ESCRITAS,
      ...(conPagos ? [PAGADO] : []),
      {
        clave: 'ica',
        nombre: 'ICA',
        clase: 'pesos',
        norma: 'ET 907 num. 3',
        formula: porTarifa('tarifaPorMil', resta('ingresos', 'noGravados')),
      },
      {
        clave: 'componente',
        nombre: 'ICA menos exenciones y descuentos',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 num. 1, 1.5.8.3.11 num. 1',
        formula: resta('ica', 'exenciones'),
      },
      {
        clave: 'aPagar',
        nombre: 'ICA por pagar',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.7 num. 5.1, 1.5.8.3.11 num. 2',
        formula: resta('componente', ...yaPagado),
      },
      {
        clave: 'aFavor',
        nombre: 'ICA a favor',
        clase: 'pesos',
        norma: 'DUR 1.5.8.3.11 num. 2, 2.1.1.16',
        formula: resta(suma(...yaPagado), 'componente'),
      },
    ],
  };
}

/** What the rows of a group add up to; income outside the activity is of group 2 (DUR 1.5.8.3.9). */
export function ingresosDelGrupo({ grupo }: GrupoEnFormulario): Expresion {
  const filas = sumaAnexo(MUNICIPIOS, 'ingresos', { columna: 'grupo', codigo: grupo });
  return grupo === GRUPO_DE_EXTRAORDINARIOS ? suma(filas, 'ingresosExtraordinarios') : filas;
}

export const INGRESOS_EXTRAORDINARIOS: Hecho = {
  clave: 'ingresosExtraordinarios',
  nombre: 'Ingresos extraordinarios que no son de su actividad ni ganancia ocasional',
  clase: 'pesos',
  norma: 'DUR 1.5.8.3.9',
  ayuda:
    'Por ejemplo, una indemnización. Pagan con la tarifa del grupo 2 y no van en el anexo por municipio.',
};
