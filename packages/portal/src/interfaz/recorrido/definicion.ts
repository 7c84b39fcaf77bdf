import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Formulario, Sesion, SinEmitir, Transaccion } from '../../plataforma/index.ts';
import type { camposDe } from '../campos.ts';
import type { Erroneo } from '../preguntas/index.ts';

/**
 * A journey is declared, not coded: one question per page, in order, each with its schema, its condition and its
 * summary. `R` maps each slug to what its answer means; `H` is what the office established by itself (confirmed
 * addresses, identity), which no form can write.
 */
export interface Recorrido<R extends object, H extends object> {
  /** Name of the capability's use case, also the draft's kind. */
  id: string;
  /** Raised when the questions change: drafts saved under another version are parsed again. */
  version: number;
  titulo: string;
  pasos: readonly Paso<R, H>[];
  /** Progress counts the parts that the answers ask for alone: where the first question says which they are. */
  partesSegunRespuestas?: true;
  /** Days that a draft waits. */
  diasDeEspera: number;
  /** What stands under each question of the draft's keeping, where it is not as everywhere. */
  guardado?: string;
  /** Heading and button of the page before the end; `contenido` stands above the answers. */
  revision: {
    titulo: string;
    boton: string;
    advertencia?: string;
    contenido?: (d: Datos<R, H>) => VNode;
  };
  /**
   * What the office knows at each moment, read anew whenever the draft is loaded and never kept in it. It stands beside
   * the facts that were established on the way.
   */
  alCargar?: (trx: Transaccion) => Promise<Partial<H>>;
  /** Why a complete draft cannot be finished as things stand now: shown in the review and asked again at the end. */
  impedimentos?: (d: Datos<R, H>) => readonly string[];
  /** Turns a complete draft into what it is for, once, in the transaction that closes it. */
  terminar: (c: ContextoTerminar<R, H>) => Promise<Terminacion>;
  /** Finishing again what was finished a moment ago (a double click): the session that the first answer carried. */
  repetir?: (c: {
    trx: Transaccion;
    sesion: Sesion;
    privado: Record<string, string>;
  }) => Promise<Sesion | undefined>;
}

export interface Paso<R extends object, H extends object, S extends keyof R & string = keyof R & string> {
  slug: S;
  /** Part of the journey it belongs to. Progress is told by parts: their number does not change with the answers. */
  parte: string;
  /** Short name for the list of steps and the review. */
  nombre: string;
  pregunta: string | ((d: Datos<R, H>) => string);
  esquema: z.ZodType<R[S], unknown>;
  /** Why an answer that reads well is not one here and now, by field; it is then neither kept nor counted as given. */
  admite?: (valor: R[S], d: Datos<R, H>) => Readonly<Record<string, string>> | undefined;
  aplica?: (d: Datos<R, H>) => boolean;
  /**
   * Why there is nothing further to ask or to ask for, in sentences: the journey ends in this page, which has no button
   * to go on and takes no answer. None: it goes on.
   */
  acaba?: (d: Datos<R, H>) => readonly string[];
  /** Beyond a valid answer: what the office must have established for the step to be done. */
  cumplido?: (d: Datos<R, H>) => boolean;
  /** False for codes and the like: the answer serves once and is not kept. */
  guarda?: boolean;
  /** The fields of the page. The mechanism puts heading, errors, button and step list around them. */
  pagina: (c: ContextoPagina<R, H>) => VNode;
  /** What stands after the main button: links and further buttons, which Enter must not press. */
  pie?: (c: ContextoPagina<R, H>) => VNode;
  /** Lines of the review. Absent: the step does not appear there. */
  resumen?: (valor: R[S], d: Datos<R, H>) => { rotulo: string; valor: string }[];
  /** The form that would be read as that answer: what is kept, written back clean. */
  escribir?: (valor: R[S]) => Formulario;
  /** What must be asked outside before the transaction opens (an external registry). */
  consultar?: (valor: R[S], d: Datos<R, H>) => Promise<unknown>;
  /** What saving does besides saving, in the same transaction. */
  alGuardar?: (c: ContextoGuardar<R, H>, valor: R[S], consultado: unknown) => Promise<Efecto<H>>;
  /** Further buttons of the page, by name: send the code again, search. */
  acciones?: Record<string, (c: ContextoGuardar<R, H>, escrito: Formulario) => Promise<Accion<H>>>;
  /** The button says something else than "Continuar". */
  boton?: string;
  /** The group of questions that this one is asked with, once and again. */
  repetido?: Repetido<R, H>;
  /** Of a question of a group: the round in which it is being asked. */
  numero?: number;
  /** This question closes the rounds of a group. */
  cierra?: Repetido<R, H>;
  /** The answer does not close them: it asks for another round, and is not kept. */
  abreOtra?: (valor: R[S], d: Datos<R, H>) => boolean;
  /** Forms that lead down each branch: the tests walk them all. */
  ejemplos: readonly Ejemplo<H>[] | ((d: Datos<R, H>) => readonly Ejemplo<H>[]);
  /** What may be written wrong, and beside which field it is said. */
  erroneos?: readonly Erroneo[];
}

/** Questions that are asked as many times as the person has something to tell; see `Guion.lista`. */
export interface Repetido<R extends object, H extends object> {
  /** Their slugs begin with it: `socio` of `socio-documento`. */
  grupo: string;
  /** Most rounds of one draft. */
  maximo: number;
  /** One round in a line, for the list of what was taken down; undefined while it is not complete. */
  describir: (d: Datos<R, H>) => string | undefined;
  /** Whether there is something left to tell. Absent: always. */
  puedeOtra?: (d: Datos<R, H>) => boolean;
  /** Where to go on when the last round was taken out. */
  alQuedarSin: keyof R & string;
}

export interface Ejemplo<H extends object> {
  escrito: Formulario;
  hechos?: Partial<H>;
}

/** What a draft knows: only answers that are valid today under the present definition. */
export interface Datos<R extends object, H extends object> {
  respuestas: Partial<R>;
  hechos: Partial<H>;
  /** For a question of a group: the round in which it is asked, and the answers of every round. */
  vuelta?: { numero: number; todas: Partial<R> };
}

export interface ContextoPagina<R extends object, H extends object> {
  datos: Datos<R, H>;
  /** Name, typed value and message of each field, ready for a component. */
  campo: ReturnType<typeof camposDe>;
  valores: Formulario;
  errores: Record<string, string>;
  /** Home of the taxpayer whose draft it is, without a final slash; absent where nobody's is. */
  inicio?: string;
}

export interface ContextoGuardar<R extends object, H extends object> {
  trx: Transaccion;
  borrador: { id: string; idPublico: string };
  sesion: Sesion;
  datos: Datos<R, H>;
}

/**
 * `hechos` are kept in every case, also when the answer is refused (attempts are counted). `espere`: a code was asked
 * for and none went out, which a program must be told.
 */
export type Efecto<H> =
  | { tipo: 'guardado'; hechos?: Partial<H>; correo?: string; espere?: SinEmitir }
  | { tipo: 'rechazado'; campos: Record<string, string>; hechos?: Partial<H>; espere?: SinEmitir }
  | { tipo: 'desvio'; a: string; motivo: string; hechos?: Partial<H>; guardar?: boolean };

export type Accion<H> = {
  hechos?: Partial<H>;
  campos?: Record<string, string>;
  aviso?: string;
  hallado?: unknown;
};

export interface ContextoTerminar<R extends object, H extends object> {
  trx: Transaccion;
  borrador: { id: string; idPublico: string };
  sesion: Sesion;
  datos: { respuestas: R; hechos: Partial<H> };
}

export interface Terminacion {
  /** Page that shows the result. */
  a: string;
  /** What the API answers; kept, so that a second finish answers the same. */
  resultado: Record<string, unknown>;
  /** Kept beside the result for `repetir`, and never shown. */
  privado?: Record<string, string>;
  /** Session that takes the place of the one there was. */
  sesion?: Sesion;
}
