import type { Fecha } from '@autogestion/normas/fechas';
import type { EstadoRut, RegistroRut } from '@autogestion/normas/rut';
import { guion, type Datos } from '../../interfaz/recorrido/index.ts';

/** What a person may say that changed. */
export const COSAS = [
  'direccion',
  'codigo-postal',
  'segundo-telefono',
  'actividad-principal',
  'actividad-secundaria',
  'otras-actividades',
  'establecimientos',
  'nombre-comercial',
  'ingresos',
  'responsabilidades',
  'casilla-54',
  'constitucion',
  'capital',
  'vinculacion',
  'representantes',
  'socios',
  'revisor-contador',
  'sedes',
] as const;
export type Cosa = (typeof COSAS)[number];

/** What the registry says at this moment. Read anew each time: the draft keeps none of it. */
export interface Hechos {
  registro: RegistroRut;
  estado: EstadoRut;
  hoy: Fecha;
  /** Days on which the address was changed online, the newest first. */
  cambiosDeDireccion: readonly Fecha[];
  /** Who of those that are new has a RUT of their own, by `claveDe`. */
  conRut: Readonly<Record<string, boolean>>;
  /** Opaque identifier of the taxpayer, for links. */
  idPublico: string;
}

/** What every question of the update may look at: what was said to have changed, and the answers that it names. */
export type Dicho<R extends object = object> = Datos<{ 'que-cambia': Cosa[] } & R, Hechos>;

/** Questions after that of what changed; `R`, answers to others that come before. */
export const preguntas = <R extends object = object>() => guion<Hechos, { 'que-cambia': Cosa[] } & R>();

/** What the registry says today. @throws Error before it was read: a fault of the program. */
export function hechosDe({ hechos }: Pick<Dicho, 'hechos'>): Hechos {
  const { registro, estado, hoy, cambiosDeDireccion, conRut = {}, idPublico } = hechos;
  if (!registro || !estado || !hoy || !cambiosDeDireccion || idPublico === undefined)
    throw new Error('The registry was not read');
  return { registro, estado, hoy, cambiosDeDireccion, conRut, idPublico };
}

export const cambia =
  (...cosas: Cosa[]) =>
  (d: Dicho): boolean =>
    cosas.some((c) => d.respuestas['que-cambia']?.includes(c));
