import type { Fecha } from '@autogestion/normas/fechas';
import type { EstadoRut, RegistroRut } from '@autogestion/normas/rut';
import { pasosDe, type Datos } from '../../interfaz/recorrido/index.ts';
import type { RespuestasActividad } from '../pasos/actividad.ts';
import type { RespuestasPreguntas } from '../pasos/preguntas.tsx';
import type { RespuestasUbicacion } from '../pasos/ubicacion.ts';
import type { RespuestasHojas } from './respuestas-hojas.ts';

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

/** What each answer of the update means. */
export type Respuestas = {
  'que-cambia': { cambios: Cosa[] };
  'codigo-postal': { codigoPostal: string };
  'segundo-telefono': { telefono: string };
  'otras-actividades': { actividades: string[] };
  'nombre-comercial': { nombreComercial: string; sigla: string };
  'codigos-como': { como: 'preguntas' | 'lista' };
  /** `vistas`: the proposal that was on the page. */
  codigos: { agrega: string[]; vistas: string };
  'usuarios-aduaneros': { calidades: string[] };
  cuando: { fecha?: Fecha };
} & RespuestasUbicacion &
  RespuestasActividad &
  RespuestasPreguntas &
  RespuestasHojas;

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

export type DatosActualizacion = Datos<Respuestas, Hechos>;

export const paso = pasosDe<Respuestas, Hechos>();

/** What the registry says today. @throws Error before it was read: a fault of the program. */
export function hechosDe({ hechos }: DatosActualizacion): Hechos {
  const { registro, estado, hoy, cambiosDeDireccion, conRut = {}, idPublico } = hechos;
  if (!registro || !estado || !hoy || !cambiosDeDireccion || idPublico === undefined)
    throw new Error('The registry was not read');
  return { registro, estado, hoy, cambiosDeDireccion, conRut, idPublico };
}

export const cambia =
  (...cosas: Cosa[]) =>
  (d: DatosActualizacion): boolean =>
    cosas.some((c) => d.respuestas['que-cambia']?.cambios.includes(c));
