import { AMBAS, segun } from './condicion.ts';
import type { Condicion } from './condicion.ts';
import type { HechosSimple } from './hechos.ts';
import { ingresosConsolidados } from './ingresos-consolidados.ts';

/** Who may be in the regime (ET 905), in the order of the article. */
export const CONDICIONES_905: readonly Condicion[] = [
  {
    id: 'empresa',
    articulo: 'ET 905 num. 1; DUR 1.5.8.1.6',
    aplicaA: ['natural'],
    pregunta: '¿Trabaja por su cuenta, con sus propios medios, sin ser empleado de quien le paga?',
    subsanable: false,
    estado: (h) => segun(h.desarrollaEmpresa),
    razon: {
      cumple: 'Usted desarrolla una empresa: trabaja por su cuenta y con sus medios.',
      'no-cumple':
        'El SIMPLE es para quien desarrolla una empresa, y usted dijo que no trabaja por su cuenta.',
      'no-se-sabe': 'Falta saber si usted desarrolla una empresa.',
    },
  },
  {
    id: 'sociedad',
    articulo: 'DUR 1.5.8.1.5',
    aplicaA: ['juridica'],
    pregunta: '¿Es una sociedad o una empresa unipersonal?',
    subsanable: false,
    estado: (h) => segun(h.sociedad),
    razon: {
      cumple: 'Es una sociedad o una empresa unipersonal.',
      'no-cumple': 'Solo las sociedades y las empresas unipersonales caben en el SIMPLE; otras entidades no.',
      'no-se-sabe': 'Falta saber si es una sociedad.',
    },
  },
  {
    id: 'socios',
    articulo: 'ET 905 num. 1',
    aplicaA: ['juridica'],
    pregunta: '¿Todos los socios son personas naturales que residen en Colombia?',
    subsanable: false,
    estado: (h) => segun(h.sociosResidentes),
    razon: {
      cumple: 'Todos los socios son personas naturales residentes en Colombia.',
      'no-cumple': 'Todos los socios deben ser personas naturales residentes en Colombia.',
      'no-se-sabe': 'Falta saber quiénes son los socios y dónde residen.',
    },
  },
  {
    id: 'ingresos',
    articulo: 'ET 905 num. 2; ET 908 par. 6',
    aplicaA: AMBAS,
    pregunta:
      '¿Cuánto recibió en total el año anterior, sin ganancias ocasionales ni ingresos no constitutivos de renta? Si empieza este año, ¿cuánto espera recibir?',
    subsanable: false,
    estado: (h, limite) => segun(h.ingresos === undefined ? undefined : cabe(h, h.ingresos, limite)),
    razon: {
      cumple: 'Sus ingresos están por debajo del límite.',
      'no-cumple': 'Sus ingresos llegan al límite o lo pasan.',
      'no-se-sabe': 'Falta saber cuánto recibió.',
    },
  },
  {
    id: 'ingresos-consolidados',
    articulo: 'ET 905 nums. 3, 4 y 5 y par.',
    aplicaA: AMBAS,
    pregunta: '¿Usted o alguno de los socios tiene, o administra, otras empresas o sociedades?',
    subsanable: false,
    estado: (h, limite) => {
      // What is known may already be too much.
      const sumados = ingresosConsolidados(h.ingresos ?? 0n, h.otrasEmpresas ?? []);
      if (!cabe(h, sumados, limite)) return 'no-cumple';
      return h.ingresos === undefined || h.otrasEmpresas === undefined ? 'no-se-sabe' : 'cumple';
    },
    razon: {
      cumple: 'Sumados los de las otras empresas, los ingresos están por debajo del límite.',
      'no-cumple': 'Sumados los de las otras empresas que cuentan, los ingresos llegan al límite o lo pasan.',
      'no-se-sabe': 'Falta saber de otras empresas que usted o los socios tengan o administren.',
    },
  },
  {
    id: 'rut',
    articulo: 'ET 905 num. 6; DUR 1.5.8.4.1 nums. 1.6 y 2.11',
    aplicaA: AMBAS,
    pregunta: '¿Está inscrito en el RUT?',
    subsanable: false,
    estado: (h) => segun(h.rut),
    razon: {
      cumple: 'Está inscrito en el RUT.',
      'no-cumple': 'Debe inscribirse en el RUT y decir allí que se acoge al SIMPLE.',
      'no-se-sabe': 'Falta saber si está inscrito en el RUT.',
    },
  },
  {
    id: 'firma',
    articulo: 'ET 905 num. 6; DUR 1.5.8.4.2 num. 1',
    aplicaA: AMBAS,
    pregunta: '¿Tiene firma electrónica?',
    subsanable: true,
    estado: (h) => segun(h.firmaElectronica),
    razon: {
      cumple: 'Tiene firma electrónica.',
      'no-cumple': 'Debe obtener su firma electrónica.',
      'no-se-sabe': 'Falta saber si tiene firma electrónica.',
    },
  },
  {
    id: 'factura',
    articulo: 'ET 905 num. 6; ET 915 par.; DUR 1.5.8.4.2 num. 2 y par.',
    aplicaA: AMBAS,
    pregunta: '¿Expide factura electrónica o documentos equivalentes electrónicos?',
    subsanable: true,
    estado: (h) => segun(h.facturaElectronica),
    razon: {
      cumple: 'Expide factura electrónica o documentos equivalentes electrónicos.',
      'no-cumple':
        'Tiene dos meses desde que se inscribe en el SIMPLE para empezar a facturar electrónicamente.',
      'no-se-sabe': 'Falta saber si factura electrónicamente.',
    },
  },
];

/** Income of the year before is to be below the limit; that of who begins is not to pass it (num. 2). */
function cabe({ empiezaEsteAnio }: HechosSimple, ingresos: bigint, limite: bigint): boolean {
  return empiezaEsteAnio ? ingresos <= limite : ingresos < limite;
}
