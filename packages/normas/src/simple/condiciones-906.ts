import { aplicar } from '../dinero/index.ts';
import { AMBAS, segun, segunNo } from './condicion.ts';
import type { Condicion } from './condicion.ts';
import { UTILIDAD_MAXIMA_GRUPO_6 } from './parametros.ts';

/** Who may not (ET 906), in the order of the article, and who must wait a year (ET 914). */
export const CONDICIONES_906: readonly Condicion[] = [
  {
    id: 'extranjera',
    articulo: 'ET 906 num. 1',
    aplicaA: ['juridica'],
    pregunta: '¿Es una sociedad extranjera o un establecimiento permanente de una?',
    subsanable: false,
    estado: (h) => segunNo(h.extranjera),
    razon: {
      cumple: 'No es una sociedad extranjera.',
      'no-cumple': 'Las sociedades extranjeras y sus establecimientos permanentes no caben en el SIMPLE.',
      'no-se-sabe': 'Falta saber si es una sociedad extranjera.',
    },
  },
  {
    id: 'residencia',
    articulo: 'ET 906 num. 2',
    aplicaA: ['natural'],
    pregunta: '¿Reside en Colombia para efectos tributarios?',
    subsanable: false,
    estado: (h) => segun(h.residente),
    razon: {
      cumple: 'Usted reside en Colombia.',
      'no-cumple': 'Quien no reside en Colombia no cabe en el SIMPLE.',
      'no-se-sabe': 'Falta saber si reside en Colombia.',
    },
  },
  {
    id: 'relacion-laboral',
    articulo: 'ET 906 num. 3',
    aplicaA: ['natural'],
    pregunta: '¿Su trabajo es en realidad el de un empleado: personal, continuo y bajo órdenes?',
    subsanable: false,
    estado: (h) => segunNo(h.relacionLaboral),
    razon: {
      cumple: 'Su trabajo no es el de un empleado.',
      'no-cumple': 'Quien en realidad trabaja como empleado no cabe en el SIMPLE, aunque cobre por contrato.',
      'no-se-sabe': 'Falta saber si su trabajo es en realidad el de un empleado.',
    },
  },
  {
    id: 'relacion-laboral-de-socios',
    articulo: 'ET 906 num. 4',
    aplicaA: ['juridica'],
    pregunta: '¿Los socios o administradores trabajan en realidad como empleados de quien contrata?',
    subsanable: false,
    estado: (h) => segunNo(h.relacionLaboral),
    razon: {
      cumple: 'Los socios y administradores no trabajan como empleados de quien contrata.',
      'no-cumple':
        'No cabe en el SIMPLE la sociedad cuyos socios o administradores trabajan en realidad como empleados de quien la contrata.',
      'no-se-sabe': 'Falta saber cómo trabajan los socios y administradores.',
    },
  },
  {
    id: 'depende-de-otra',
    articulo: 'ET 906 num. 5',
    aplicaA: ['juridica'],
    pregunta: '¿Es filial, subsidiaria, agencia o sucursal de otra?',
    subsanable: false,
    estado: (h) => segunNo(h.dependeDeOtra),
    razon: {
      cumple: 'No es filial, subsidiaria, agencia ni sucursal de otra.',
      'no-cumple': 'Las filiales, subsidiarias, agencias y sucursales no caben en el SIMPLE.',
      'no-se-sabe': 'Falta saber si depende de otra entidad.',
    },
  },
  {
    id: 'participa-en-otras',
    articulo: 'ET 906 num. 6',
    aplicaA: ['juridica'],
    pregunta: '¿La sociedad es socia, accionista, fideicomitente o beneficiaria de otras?',
    subsanable: false,
    estado: (h) => segunNo(h.participaEnOtras),
    razon: {
      cumple: 'La sociedad no participa en otras.',
      'no-cumple': 'La sociedad que participa en otras sociedades o entidades no cabe en el SIMPLE.',
      'no-se-sabe': 'Falta saber si la sociedad participa en otras.',
    },
  },
  {
    id: 'entidad-financiera',
    articulo: 'ET 906 num. 7',
    aplicaA: ['juridica'],
    pregunta: '¿Es una entidad financiera?',
    subsanable: false,
    estado: (h) => segunNo(h.entidadFinanciera),
    razon: {
      cumple: 'No es una entidad financiera.',
      'no-cumple': 'Las entidades financieras no caben en el SIMPLE.',
      'no-se-sabe': 'Falta saber si es una entidad financiera.',
    },
  },
  {
    id: 'actividades',
    articulo: 'ET 906 nums. 8 y 9',
    aplicaA: AMBAS,
    pregunta: '¿Se dedica a alguna de estas actividades?',
    subsanable: false,
    estado: (h) => segunNo(h.actividadesExcluidas && h.actividadesExcluidas.length > 0),
    razon: {
      cumple: 'No se dedica a ninguna de las actividades que quedan por fuera.',
      'no-cumple': 'Una de sus actividades queda por fuera del SIMPLE, aunque tenga otras que sí caben.',
      'no-se-sabe': 'Falta saber si se dedica a una de las actividades que quedan por fuera.',
    },
  },
  {
    id: 'escision',
    articulo: 'ET 906 num. 10',
    aplicaA: ['juridica'],
    pregunta: '¿Nació de dividir un negocio en los últimos cinco años?',
    subsanable: false,
    estado: (h) => segunNo(h.escindida),
    razon: {
      cumple: 'No nació de dividir un negocio en los últimos cinco años.',
      'no-cumple': 'La sociedad que nació de dividir un negocio espera cinco años para entrar al SIMPLE.',
      'no-se-sabe': 'Falta saber si nació de dividir un negocio.',
    },
  },
  {
    id: 'utilidad-grupo-6',
    articulo: UTILIDAD_MAXIMA_GRUPO_6.norma,
    aplicaA: AMBAS,
    pregunta: '¿Recoge desechos, recupera materiales o vende chatarra al por mayor? ¿Cuánto ganó?',
    subsanable: false,
    estado: (h) => {
      if (h.actividades === undefined) return 'no-se-sabe';
      if (!h.actividades.some((ciiu) => UTILIDAD_MAXIMA_GRUPO_6.actividades.includes(ciiu))) return 'cumple';
      if (h.utilidadNeta === undefined || h.ingresos === undefined) return 'no-se-sabe';
      return segun(h.utilidadNeta <= aplicar(h.ingresos, UTILIDAD_MAXIMA_GRUPO_6.tarifa));
    },
    razon: {
      cumple: 'La utilidad no pasa del 3 % de los ingresos, o su actividad no es de las que tienen ese tope.',
      'no-cumple':
        'En su actividad (CIIU 4665, 3830 o 3811) la utilidad no puede pasar del 3 % de los ingresos.',
      'no-se-sabe': 'Falta saber su actividad o su utilidad.',
    },
  },
  {
    id: 'exclusion-anterior',
    articulo: 'ET 914; DUR 1.5.8.4.5 par. 2',
    aplicaA: AMBAS,
    pregunta: '¿El año anterior quedó por fuera del SIMPLE por demorarse más de un mes en declarar o pagar?',
    subsanable: false,
    estado: (h) => segunNo(h.excluidoElAnioAnterior),
    razon: {
      cumple: 'No quedó excluido por demoras del año anterior.',
      'no-cumple': 'Quien fue excluido por demorarse no puede volver al SIMPLE en el año siguiente.',
      'no-se-sabe': 'Falta saber si fue excluido por demoras del año anterior.',
    },
  },
];
