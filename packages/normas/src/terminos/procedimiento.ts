import type { VersionDelCalendario } from '../calendario/index.ts';
import { compararFechas, sumarDias, sumarMeses } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { computarTermino } from './computar.ts';
import type { CodigoErrorTermino, Computo } from './computar.ts';
import type { Suspension } from './hechos.ts';
import { terminoDe } from './tabla.ts';
import type { CodigoErrorTabla, Termino } from './tabla.ts';

/** What happened, as the articles of the tax procedure ask for it. Each term uses some of it. */
export interface HechosDelProcedimiento {
  /** When the return was due. */
  vence?: Fecha;
  /** When it was filed; late, the terms count from here. */
  presentada?: Fecha;
  /** When the refund or the offset of its balance in favour was asked for. */
  devolucion?: Fecha;
  /** When the act was notified. */
  notificada?: Fecha;
  /** When the time to answer (the requerimiento, the pliego) was over. */
  respuesta?: Fecha;
  /** When an irregularity that went on ceased (ET 638). */
  ceso?: Fecha;
  /** When the appeal was filed in due form. */
  interpuesto?: Fecha;
  /** When the correction was filed, for what it added (ET 817 num. 3). */
  correccion?: Fecha;
  /** When the act that determines or decides became final (ET 817 num. 4). */
  ejecutoria?: Fecha;
  /** When the mandamiento de pago was notified: the term begins again (ET 818). */
  mandamiento?: Fecha;
  /** When the order of an inspection that nobody asked for was notified: three months that do not run. */
  inspeccion?: Fecha;
  /** When an emplazamiento para corregir was notified: the month after it does not run (ET 706). */
  emplazamiento?: Fecha;
  /** It determines or offsets losses, or is subject to transfer pricing (Ley 2010 de 2019, art. 117). */
  larga?: boolean;
}

export const HECHOS_DEL_PROCEDIMIENTO = [
  'vence',
  'presentada',
  'devolucion',
  'notificada',
  'respuesta',
  'ceso',
  'interpuesto',
  'correccion',
  'ejecutoria',
  'mandamiento',
  'inspeccion',
  'emplazamiento',
  'larga',
] as const satisfies readonly (keyof HechosDelProcedimiento)[];

type Hecho = (typeof HECHOS_DEL_PROCEDIMIENTO)[number];

/** A term of the procedure, and from what it counts. */
interface Procedimiento {
  articulo: string;
  /** What it looks at; the rest is refused. */
  usa: readonly Hecho[];
  /** The term of the table, and the day from which it counts; or what has to be known. */
  inicio(h: HechosDelProcedimiento): { termino: string; desde: Fecha | undefined; falta: Hecho };
  suspende?(h: HechosDelProcedimiento): Suspension[];
}

/** From the due date, or from the filing of who filed late. */
const deLaDeclaracion = ({ vence, presentada }: HechosDelProcedimiento): Fecha | undefined =>
  vence && presentada && compararFechas(presentada, vence) > 0 ? presentada : vence;

const inspeccionDe = ({ inspeccion }: HechosDelProcedimiento): Suspension[] =>
  inspeccion
    ? [
        {
          desde: sumarDias(inspeccion, 1),
          hasta: sumarMeses(inspeccion, 3),
          motivo: 'se ordenó una inspección tributaria',
        },
      ]
    : [];

const emplazamientoDe = ({ emplazamiento }: HechosDelProcedimiento): Suspension[] =>
  emplazamiento
    ? [
        {
          desde: sumarDias(emplazamiento, 1),
          hasta: sumarMeses(emplazamiento, 1),
          motivo: 'corría el mes del emplazamiento para corregir',
        },
      ]
    : [];

const desdeLaNotificacion = (articulo: string, termino: string): Procedimiento => ({
  articulo,
  usa: ['notificada'],
  inicio: ({ notificada }) => ({ termino, desde: notificada, falta: 'notificada' }),
});

const PROCEDIMIENTOS: Readonly<Record<string, Procedimiento>> = {
  'pliego-de-cargos': {
    articulo: '638',
    usa: ['presentada', 'ceso'],
    inicio: ({ presentada, ceso }) => ({
      termino: 'pliego-de-cargos',
      desde: ceso ?? presentada,
      falta: 'presentada',
    }),
  },
  'sancion-larga': {
    articulo: '638',
    usa: ['vence'],
    inicio: ({ vence }) => ({ termino: 'sancion-larga', desde: vence, falta: 'vence' }),
  },
  'sancion-tras-pliego': {
    articulo: '638',
    usa: ['respuesta'],
    inicio: ({ respuesta }) => ({ termino: 'sancion-tras-pliego', desde: respuesta, falta: 'respuesta' }),
  },
  'emplazamiento-corregir': desdeLaNotificacion('685', 'emplazamiento-corregir'),
  'requerimiento-especial': {
    articulo: '705',
    usa: ['vence', 'presentada', 'devolucion', 'inspeccion', 'emplazamiento'],
    inicio: (h) => ({
      termino: 'requerimiento-especial',
      desde: h.devolucion ?? deLaDeclaracion(h),
      falta: 'vence',
    }),
    suspende: (h) => [...inspeccionDe(h), ...emplazamientoDe(h)],
  },
  'responder-requerimiento': desdeLaNotificacion('707', 'responder-requerimiento'),
  'liquidacion-de-revision': {
    articulo: '710',
    usa: ['respuesta', 'inspeccion'],
    inicio: ({ respuesta }) => ({ termino: 'liquidacion-de-revision', desde: respuesta, falta: 'respuesta' }),
    suspende: inspeccionDe,
  },
  firmeza: {
    articulo: '714',
    usa: ['vence', 'presentada', 'devolucion', 'larga'],
    inicio: (h) => ({
      termino: h.larga ? 'firmeza-larga' : 'firmeza',
      desde: (h.larga ? undefined : h.devolucion) ?? deLaDeclaracion(h),
      falta: 'vence',
    }),
  },
  'emplazamiento-no-declarar': desdeLaNotificacion('715', 'emplazamiento-no-declarar'),
  'resolver-reconsideracion': {
    articulo: '732',
    usa: ['interpuesto'],
    inicio: ({ interpuesto }) => ({
      termino: 'resolver-reconsideracion',
      desde: interpuesto,
      falta: 'interpuesto',
    }),
  },
  cobro: {
    articulo: '817',
    usa: ['vence', 'presentada', 'correccion', 'ejecutoria', 'mandamiento'],
    inicio: (h) => ({
      termino: 'cobro',
      desde: h.mandamiento ?? h.ejecutoria ?? h.correccion ?? deLaDeclaracion(h),
      falta: 'vence',
    }),
  },
  'mandamiento-de-pago': desdeLaNotificacion('830', 'mandamiento-de-pago'),
};

/** The terms of the procedure by their name and, where it has a single one, by their article: `714`. */
export const TERMINOS_DEL_PROCEDIMIENTO: readonly { id: string; articulo: string; usa: readonly Hecho[] }[] =
  Object.entries(PROCEDIMIENTOS).map(([id, { articulo, usa }]) => ({ id, articulo, usa }));

export type CodigoErrorProcedimiento =
  CodigoErrorTabla | CodigoErrorTermino | 'hecho-ajeno' | 'falta-hecho' | 'articulo-con-varios';

export interface TerminoComputado extends Readonly<Computo> {
  termino: Termino;
}

/**
 * When a term of the tax procedure is over (ET 638, 685, 705, 706, 707, 710, 714, 715, 732, 817, 818, 830), from what
 * happened. What the term does not look at is refused, and what it lacks is asked for.
 *
 * @param cual its name, or the article when it has a single term.
 */
export function terminoDelProcedimiento(
  cual: string,
  hechos: HechosDelProcedimiento,
  version?: VersionDelCalendario,
): Resultado<TerminoComputado, CodigoErrorProcedimiento, { hecho?: string }> {
  const candidatos = TERMINOS_DEL_PROCEDIMIENTO.filter((t) => t.id === cual || t.articulo === cual);
  const [unico, ...otros] = candidatos;
  const procedimiento = unico && PROCEDIMIENTOS[unico.id];
  if (!procedimiento) {
    return falla('termino-desconocido', `«${cual}» no es un término del procedimiento tributario.`);
  }
  if (otros.length > 0) {
    const nombres = candidatos.map((t) => t.id).join(', ');
    return falla('articulo-con-varios', `El artículo ${cual} tiene varios términos: ${nombres}.`);
  }
  const ajeno = HECHOS_DEL_PROCEDIMIENTO.find(
    (h) => hechos[h] !== undefined && !procedimiento.usa.includes(h),
  );
  if (ajeno !== undefined) {
    const mensaje = `Este término no mira «${ajeno}». Mira: ${procedimiento.usa.join(', ')}.`;
    return { ...falla('hecho-ajeno', mensaje), hecho: ajeno };
  }
  const { termino: id, desde, falta } = procedimiento.inicio(hechos);
  if (desde === undefined) {
    return { ...falla('falta-hecho', `Para contar este término hace falta «${falta}».`), hecho: falta };
  }
  const termino = terminoDe(id, desde);
  if (!termino.ok) return termino;
  const computo = computarTermino(
    termino.valor,
    { desde, suspensiones: procedimiento.suspende?.(hechos) ?? [] },
    version,
  );
  if (!computo.ok) return computo;
  const { explicacion, ...resto } = computo.valor;
  return bien({ ...resto, explicacion, termino: termino.valor });
}
