import { porcentaje } from '@autogestion/normas/dinero';
import {
  ACTIVIDADES_EXCLUIDAS,
  CONDICIONES,
  UTILIDAD_MAXIMA_GRUPO_6,
  type ActividadExcluida,
  type HechosSimple,
  type IdCondicion,
  type TipoDePersona,
} from '@autogestion/normas/simple';
import { definidos } from '@autogestion/normas/definidos';
import { dinero, juntas, opcion, varias, type Pregunta } from '../../interfaz/preguntas/index.ts';

type Dicho = 'si' | 'no' | 'no-se';
type Ganancia = 'no' | 'hasta' | 'mas' | 'no-se';
/** What was answered, by the condition that asks it. */
export type LoRespondido = Partial<Record<IdCondicion, unknown>>;

/** Conditions whose answer is yes, no or unknown, and the fact that it is. */
const DE_SI_O_NO = {
  empresa: 'desarrollaEmpresa',
  sociedad: 'sociedad',
  socios: 'sociosResidentes',
  rut: 'rut',
  firma: 'firmaElectronica',
  factura: 'facturaElectronica',
  extranjera: 'extranjera',
  residencia: 'residente',
  'relacion-laboral': 'relacionLaboral',
  'relacion-laboral-de-socios': 'relacionLaboral',
  'depende-de-otra': 'dependeDeOtra',
  'participa-en-otras': 'participaEnOtras',
  'entidad-financiera': 'entidadFinanciera',
  escision: 'escindida',
  'exclusion-anterior': 'excluidoElAnioAnterior',
} as const satisfies Partial<Record<IdCondicion, keyof HechosSimple>>;
type DeSiONo = keyof typeof DE_SI_O_NO;
const esDeSiONo = (id: IdCondicion): id is DeSiONo => Object.hasOwn(DE_SI_O_NO, id);

const siNoOTalVez = (campo: string, etiqueta: string): Pregunta<Dicho> =>
  opcion<Dicho>({
    campo,
    etiqueta,
    de: { si: 'Sí', no: 'No', 'no-se': 'No sé' },
    falta: 'Responda sí, no o no sé.',
  });

/** Who begins has no year before: it is their year that is measured (ET 905 num. 2). */
const INGRESOS = {
  etiqueta: (anio: number) => `¿Cuánto recibió en ${anio - 1}?`,
  deQuienSea: (anio: number) =>
    `¿Cuánto recibió en ${anio - 1}? Si todavía no está en el RUT, ¿cuánto espera recibir este año?`,
  ayuda:
    'Todo lo de sus actividades, antes de restar gastos. Sin ganancias ocasionales, como vender la casa.',
};

interface QuePreguntar {
  tipo: TipoDePersona;
  /** Year for which one would enter. */
  anio: number;
  /** Of somebody who may not be in the RUT yet. */
  abierta?: boolean;
  /** Conditions of which the office knows the answer. */
  sabidas?: readonly IdCondicion[];
  /** What the RUT says that they do: told where it may be one of the activities that do not fit. */
  actividades?: readonly string[];
}

/** A question of each condition of ET 905, 906 and 914 that is of that kind of person, in their words. */
export function preguntasDeElegibilidad(q: QuePreguntar): Pregunta<LoRespondido> {
  const { tipo, sabidas = [] } = q;
  const suyas = CONDICIONES.filter((c) => c.aplicaA.includes(tipo) && !sabidas.includes(c.id));
  return juntas<LoRespondido, unknown>(
    Object.fromEntries(
      suyas.map(({ id, pregunta }) => [id, { nombre: pregunta, pregunta: preguntaDe(id, pregunta, q) }]),
    ),
  );
}

function preguntaDe(id: IdCondicion, etiqueta: string, q: QuePreguntar): Pregunta<unknown> {
  return (OTRAS[id]?.(etiqueta, q) ?? siNoOTalVez(id, etiqueta)) as Pregunta<unknown>;
}

/** Its label, which is also what the review and what is signed call it. */
const conEtiqueta = (etiqueta: string) => ({ etiqueta, rotulo: etiqueta });

/** Conditions that are not answered with yes or no. */
const OTRAS: Readonly<Partial<Record<IdCondicion, (etiqueta: string, q: QuePreguntar) => unknown>>> = {
  ingresos: (_, q) =>
    dinero({
      campo: 'ingresos',
      ...conEtiqueta(q.abierta ? INGRESOS.deQuienSea(q.anio) : INGRESOS.etiqueta(q.anio)),
      ayuda: INGRESOS.ayuda,
    }),
  'ingresos-consolidados': (_, q) =>
    dinero({
      campo: 'ingresos-consolidados',
      ...conEtiqueta(
        q.tipo === 'natural'
          ? '¿Cuánto recibieron otras empresas suyas o que usted administra?'
          : 'Del socio que más tenga, ¿cuánto recibieron las otras empresas que tiene o administra?',
      ),
      ayuda:
        'De las que administra, todo. De las demás, la parte que corresponde a su participación; si la empresa no está en el SIMPLE, solo cuando pasa del 10 %. Si no hay otras, escriba 0.',
    }),
  actividades: (etiqueta, q) =>
    varias<ActividadExcluida>({
      campo: 'actividades',
      etiqueta,
      ayuda: avisoDelRut(q.actividades ?? []) ?? 'Si no hace ninguna, no marque nada.',
      de: ACTIVIDADES_EXCLUIDAS.map((a) => ({ valor: a.id, texto: a.nombre })),
      noEsta: 'Marque solo las que están en la lista.',
    }),
  'utilidad-grupo-6': () =>
    opcion<Ganancia>({
      campo: 'utilidad-grupo-6',
      ...conEtiqueta('¿Recoge desechos, recupera materiales o vende chatarra al por mayor?'),
      ayuda: `Son las actividades ${UTILIDAD_MAXIMA_GRUPO_6.actividades.join(', ')}: caben si la utilidad no pasa del 3 % de lo que recibió.`,
      de: {
        no: 'No',
        hasta: 'Sí, y gané el 3 % o menos',
        mas: 'Sí, y gané más del 3 %',
        'no-se': 'Sí, y no sé cuánto gané',
      },
      falta: 'Responda si hace alguna de esas actividades.',
    }),
};

function avisoDelRut(actividades: readonly string[]): string | undefined {
  const puede = ACTIVIDADES_EXCLUIDAS.filter((a) => a.puedeEstarEn.some((c) => actividades.includes(c)));
  if (puede.length === 0) return undefined;
  return `Por las actividades de su RUT, mire con cuidado: ${puede.map((a) => a.nombre.toLowerCase()).join('; ')}.`;
}

/** The facts of the law out of what was answered. «No sé» is a fact that is absent; who is not in the RUT begins. */
export function hechosDeLoRespondido(r: LoRespondido): HechosSimple {
  const hechos: Record<string, unknown> = { empiezaEsteAnio: r.rut === 'no' };
  for (const [id, dicho] of Object.entries(r) as [IdCondicion, unknown][]) {
    if (esDeSiONo(id) && dicho !== 'no-se') hechos[DE_SI_O_NO[id]] = dicho === 'si';
  }
  const ingresos = r.ingresos as bigint | undefined;
  const otras = r['ingresos-consolidados'] as bigint | undefined;
  return {
    ...hechos,
    ...definidos({
      ingresos,
      // What was answered is already the part that counts.
      otrasEmpresas:
        otras === undefined
          ? undefined
          : otras === 0n
            ? []
            : [[{ ingresos: otras, participacion: porcentaje(100), enSimple: false, administra: true }]],
      actividadesExcluidas: r.actividades as ActividadExcluida[] | undefined,
    }),
    ...deSuUtilidad(r['utilidad-grupo-6'] as Ganancia | undefined, ingresos),
  };
}

/** Whether it passes 3 % is what was asked; the figure is any that says so. */
function deSuUtilidad(g: Ganancia | undefined, ingresos: bigint | undefined): HechosSimple {
  if (g === undefined) return {};
  if (g === 'no') return { actividades: [] };
  const [ciiu = ''] = UTILIDAD_MAXIMA_GRUPO_6.actividades;
  if (g === 'no-se' || ingresos === undefined) return { actividades: [ciiu] };
  return { actividades: [ciiu], utilidadNeta: g === 'hasta' ? 0n : ingresos + 1n };
}
