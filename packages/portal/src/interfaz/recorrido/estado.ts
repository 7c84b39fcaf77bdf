import type { Fecha } from '@autogestion/normas/fechas';
import { validar, type Formulario } from '../../plataforma/index.ts';
import type { Datos, Paso, Recorrido } from './definicion.ts';
import { leerUnaVez } from './leidas.ts';
import { pasosConVueltas } from './vueltas.ts';

/** What is left of a draft that was finished. */
export interface Cierre {
  a: string;
  resultado: Record<string, unknown>;
  privado: Record<string, string>;
}

/** The row of a draft, as far as the journey is concerned. */
interface FilaDeBorrador {
  id: string;
  idPublico: string;
  revision: number;
  respuestas: Record<string, { escrito: Formulario; revision: number }>;
  hechos: Record<string, unknown>;
  /** The day on which it was loaded: what an answer means may move with it. */
  hoy?: Fecha;
  /** What `alCargar` read. */
  deHoy?: Record<string, unknown>;
  guardadoEn: Date;
  venceEn: Date;
}

/** One that is being answered: only of these it can be computed where they stand. */
export type Borrador = FilaDeBorrador & { terminado?: undefined };

/** What was typed and known in it is forgotten; where it led is not. */
type BorradorTerminado = FilaDeBorrador & { terminado: Cierre & { en: Date } };

export type BorradorLeido = Borrador | BorradorTerminado;

export interface Estado<R extends object, H extends object> {
  datos: Datos<R, H>;
  /** Steps that apply, in order, and whether each is done. */
  pasos: { paso: Paso<R, H>; hecho: boolean }[];
  /** First step that is not done; undefined when all are. */
  siguiente: Paso<R, H> | undefined;
}

/**
 * Where a draft stands, computed from what was typed and never stored: answers are parsed in order under the
 * present definition, and a step applies or not by what the steps before it say.
 * @param abierta address of a question of a round that nobody has answered yet
 */
export function estadoDe<R extends object, H extends object>(
  def: Recorrido<R, H>,
  borrador: Pick<Borrador, 'respuestas' | 'hechos' | 'hoy' | 'deHoy' | 'terminado'>,
  abierta?: string,
): Estado<R, H> {
  const hechos = { ...borrador.hechos, ...borrador.deHoy } as Partial<H>;
  const datos: Datos<R, H> = { respuestas: {}, hechos };
  const pasos: Estado<R, H>['pasos'] = [];
  for (const paso of pasosConVueltas(def.pasos, borrador.respuestas, abierta)) {
    if (paso.aplica && !paso.aplica(datos)) continue;
    const guardado = borrador.respuestas[paso.slug];
    const leido = guardado && leerPaso(paso, guardado.escrito, datos, borrador.hoy);
    if (leido?.ok) datos.respuestas[paso.slug] = leido.valor;
    const valido = paso.guarda === false || leido?.ok === true;
    pasos.push({ paso, hecho: valido && (paso.cumplido?.(datos) ?? true) });
  }
  return { datos, pasos, siguiente: pasos.find((p) => !p.hecho)?.paso };
}

/**
 * What was written in a step means, or what is wrong with it, by field (`_`: with the whole).
 * @param hoy of an answer that is kept, and so read at each page of its draft
 */
export function leerPaso<R extends object, H extends object, S extends keyof R & string>(
  paso: Paso<R, H, S>,
  escrito: Formulario,
  datos: Datos<R, H>,
  hoy?: Fecha,
): { ok: true; valor: R[S] } | { ok: false; campos: Record<string, string> } {
  const leido = hoy === undefined ? validar(paso.esquema, escrito) : leerUnaVez(paso.esquema, escrito, hoy);
  if (!leido.ok) return leido;
  const acaba = paso.acaba?.(datos) ?? [];
  if (acaba.length > 0) return { ok: false, campos: { _: acaba.join(' ') } };
  const faltas = paso.admite?.(leido.datos, datos);
  return faltas ? { ok: false, campos: { ...faltas } } : { ok: true, valor: leido.datos };
}

/** A step can be seen when it applies and everything before it is done. */
export function puedeVerse<R extends object, H extends object>(estado: Estado<R, H>, slug: string): boolean {
  for (const { paso, hecho } of estado.pasos) {
    if (paso.slug === slug) return true;
    if (!hecho) return false;
  }
  return false;
}

/**
 * Where to go on after an answer: to what is open; and while a list is being told, to the next question of the same
 * round, so that what was wrong in it is corrected from one end to the other.
 */
export function aContinuacion<R extends object, H extends object>(
  { pasos, siguiente }: Estado<R, H>,
  paso: Paso<R, H>,
): Paso<R, H> | undefined {
  const { repetido, numero } = paso;
  if (!repetido || pasos.find((p) => p.paso.cierra === repetido)?.hecho) return siguiente;
  const sigue = pasos[pasos.findIndex((p) => p.paso.slug === paso.slug) + 1]?.paso;
  return sigue?.repetido === repetido && sigue.numero === numero ? sigue : siguiente;
}

/** True when the two forms say the same. */
export function mismoFormulario(a: Formulario, b: Formulario): boolean {
  const claves = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...claves].every((c) => JSON.stringify(a[c] ?? '') === JSON.stringify(b[c] ?? ''));
}
