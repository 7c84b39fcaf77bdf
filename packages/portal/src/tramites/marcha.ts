import type { Fecha } from '@autogestion/normas/fechas';
import type { FallaDeEnvio } from '../plataforma/index.ts';
import {
  HECHOS_QUE_MUEVEN,
  POR_RADICAR,
  type Flujo,
  type HechoQueMueve,
  type Sentido,
  type Turno,
} from './flujo.ts';

/** What an official looked for outside the office, and found. */
export type Hallazgo = 'no-hay' | 'hay';

/** What each fact says. Texts are what people wrote. */
export interface DatosDeHecho {
  radicada: { rol: string };
  automatica: { rol: string };
  /** `a` is the official's identifier. */
  asignada: { a: string };
  liberada: { motivo: string };
  trasladada: { rol: string; motivo: string };
  mensaje: { de: 'persona' | 'oficina'; texto: string };
  /** Between officials: never shown to the person. */
  nota: { texto: string };
  verificada: { que: string; hallazgo: Hallazgo; nota: string };
  requerida: { texto: string; hasta: Fecha };
  completada: { texto: string };
  'vencida-sin-completar': { hasta: Fecha };
  prorrogada: { cantidad: number; motivo: string };
  devuelta: { razones: string; fundamento: string };
  proyectada: { sentido: string; razones: string; fundamento: string };
  objetada: { motivo: string };
  decidida: { sentido: string; razones: string; fundamento: string };
  desistida: { motivo: string };
  /** The mail server took it, or an official did it otherwise. `hasta`: what was asked may be completed until then. */
  notificada: Entrega & { hasta?: Fecha; otroModo?: { medio: MedioDeNotificacion; constancia: string } };
  /** It never left, and the office has to do it in another way. */
  'no-notificada': Entrega & { falla: FallaDeEnvio | 'sin-correo' };
}
export type MedioDeNotificacion = 'personal' | 'correo-fisico';
/** What is sent to the person and has to be known to have left. */
export interface Entrega {
  asunto: 'acuse' | 'decision' | 'requerimiento';
  /** Which one: the document, or the number of the event that asked. */
  documento: string;
  /** Masked: enough for the person to know which. Empty when it went by none. */
  correo: string;
}
export type Hecho = keyof DatosDeHecho;

/** Something that happened to a case. The events of one are numbered from 1. */
export type Evento = {
  [H in Hecho]: {
    numero: number;
    hecho: H;
    datos: DatosDeHecho[H];
    /** The official who did it, if one did. */
    funcionario: string | null;
    ocurrioEn: Date;
    dia: Fecha;
  };
}[Hecho];

export const mueve = (hecho: Hecho): hecho is HechoQueMueve & Hecho =>
  HECHOS_QUE_MUEVEN.some((h) => h === hecho);

/** A stretch in which the person had to complete something. `hasta` is the last day; null while it lasts. */
interface Requerimiento {
  texto: string;
  desde: Fecha;
  hasta: Fecha | null;
  /** Last day that the person has. */
  limite: Fecha;
}

/** Where a case is, out of what happened to it and nothing else. */
export interface Marcha {
  estado: string;
  turno: Turno;
  /** Queue in which it is. */
  rol: string;
  asignadoA: string | null;
  verificado: Readonly<Record<string, Hallazgo>>;
  requerimientos: readonly Requerimiento[];
  prorroga: { cantidad: number; avisada: Fecha; motivo: string } | null;
  /** What was asked and nobody completed: its last day. */
  vencio: Fecha | null;
  /** A decision that waits for a second official. */
  proyecto: (DatosDeHecho['proyectada'] & { por: string | null }) | null;
  /** How the office ended it. */
  decision: (DatosDeHecho['decidida'] & { dia: Fecha; en: Date; por: string | null }) | null;
  ultimo: number;
}

const POR_NACER: Marcha = {
  estado: POR_RADICAR,
  turno: 'oficina',
  rol: '',
  asignadoA: null,
  verificado: {},
  requerimientos: [],
  prorroga: null,
  vencio: null,
  proyecto: null,
  decision: null,
  ultimo: 0,
};

/** A fact that a flow does not accept where the case is. A mistake of the program: who asks is told before. */
export class HechoImposible extends Error {
  readonly codigo = 'hecho-imposible';
  constructor(hecho: string, estado: string) {
    super(`A case that is «${estado}» does not take the fact «${hecho}»`);
    this.name = 'HechoImposible';
  }
}

/** State to which a fact leads, or nothing when the flow does not take it there. */
export function destino(
  flujo: Flujo,
  estado: string,
  e: { hecho: Hecho; datos: unknown },
): string | undefined {
  if (e.hecho === 'decidida') {
    if (!flujo.decideDesde.includes(estado)) return undefined;
    return flujo.sentidos[(e.datos as DatosDeHecho['decidida']).sentido]?.a;
  }
  return mueve(e.hecho) ? flujo.transiciones[e.hecho]?.[estado] : undefined;
}

/** Directions in which the office may end a case that is there. */
export const sentidosDe = (flujo: Flujo, m: Marcha): [string, Sentido][] =>
  flujo.decideDesde.includes(m.estado)
    ? Object.entries(flujo.sentidos).filter(([, s]) => !s.soloTrasVencer || m.vencio !== null)
    : [];

/** Whether a fact may happen to a case that is there. What moves nothing may, once there is a case. */
export function admite(flujo: Flujo, m: Marcha, e: { hecho: Hecho; datos: unknown }): boolean {
  if (e.hecho === 'decidida') {
    const { sentido } = e.datos as DatosDeHecho['decidida'];
    return sentidosDe(flujo, m).some(([id]) => id === sentido);
  }
  if (mueve(e.hecho)) return destino(flujo, m.estado, e) !== undefined;
  return m.ultimo > 0 && (m.turno !== 'nadie' || SIEMPRE.has(e.hecho));
}

/** What is written of a case that is over as well. */
const SIEMPRE: ReadonlySet<Hecho> = new Set(['mensaje', 'nota', 'notificada', 'no-notificada']);

/**
 * The case after its events.
 * @throws HechoImposible when the flow does not take them in that order.
 */
export const marchaDe = (flujo: Flujo, eventos: readonly Evento[]): Marcha =>
  eventos.reduce((m, e) => trasEvento(flujo, m, e), POR_NACER);

/** The case after one more event. @throws HechoImposible */
export function trasEvento(flujo: Flujo, antes: Marcha, e: Evento): Marcha {
  if (!admite(flujo, antes, e)) throw new HechoImposible(e.hecho, antes.estado);
  const estado = destino(flujo, antes.estado, e) ?? antes.estado;
  const turno = flujo.estados[estado]?.turno;
  if (!turno) throw new HechoImposible(e.hecho, antes.estado);
  const m = { ...antes, estado, turno, ultimo: e.numero };
  switch (e.hecho) {
    case 'radicada':
    case 'automatica':
      return { ...m, rol: e.datos.rol };
    case 'asignada':
      return { ...m, asignadoA: e.datos.a };
    case 'liberada':
      return { ...m, asignadoA: null };
    case 'trasladada':
      return { ...m, rol: e.datos.rol, asignadoA: null };
    case 'verificada':
      return { ...m, verificado: { ...m.verificado, [e.datos.que]: e.datos.hallazgo } };
    case 'requerida':
      return {
        ...m,
        vencio: null,
        requerimientos: [
          ...m.requerimientos,
          { texto: e.datos.texto, desde: e.dia, hasta: null, limite: e.datos.hasta },
        ],
      };
    case 'completada':
      return { ...m, requerimientos: cerrado(m.requerimientos, e.dia) };
    case 'vencida-sin-completar':
      return { ...m, vencio: e.datos.hasta, requerimientos: cerrado(m.requerimientos, e.dia) };
    case 'desistida':
      return { ...m, proyecto: null, requerimientos: cerrado(m.requerimientos, e.dia) };
    case 'prorrogada':
      return {
        ...m,
        prorroga: { cantidad: e.datos.cantidad, avisada: e.dia, motivo: e.datos.motivo },
      };
    case 'proyectada':
      // Whoever prepared it is no longer the one for whom it waits.
      return { ...m, asignadoA: null, proyecto: { ...e.datos, por: e.funcionario } };
    case 'objetada':
      return { ...m, asignadoA: m.proyecto?.por ?? null, proyecto: null };
    case 'decidida':
      return {
        ...m,
        proyecto: null,
        decision: { ...e.datos, dia: e.dia, en: e.ocurrioEn, por: e.funcionario },
      };
    case 'notificada':
      return { ...m, requerimientos: desdeQueSupo(m.requerimientos, e.datos) };
    case 'devuelta':
    case 'mensaje':
    case 'nota':
    case 'no-notificada':
      return m;
  }
}

/** The days to complete are not those in which nobody had told the person. */
const desdeQueSupo = (r: readonly Requerimiento[], { hasta }: { hasta?: Fecha }): readonly Requerimiento[] =>
  hasta === undefined ? r : r.map((x) => (x.hasta === null ? { ...x, limite: hasta } : x));

const cerrado = (r: readonly Requerimiento[], dia: Fecha): Requerimiento[] =>
  r.map((x) => (x.hasta === null ? { ...x, hasta: dia } : x));

/** How the office ended it. */
export type Final = Extract<Evento, { hecho: 'decidida' | 'devuelta' }>;

export const finalDe = ({ eventos }: { eventos: readonly Evento[] }): Final | undefined =>
  eventos.find((e): e is Final => e.hecho === 'decidida' || e.hecho === 'devuelta');
