import type { VNode } from 'preact';
import { z } from 'zod';
import type { Formulario } from '../../plataforma/index.ts';
import { camposDe, type EstadoDeFormulario, type Valores } from '../campos.ts';

/** A line of a review: what was asked and what was answered. */
export interface Linea {
  rotulo: string;
  valor: string;
}

/** A text that is always the same, or that depends on what is known at that moment. */
export type Segun<T, D> = T | ((d: D) => T);
export const segun = <T extends string | number | boolean | object | undefined, D>(
  s: Segun<T, D>,
  d: D,
): T => (typeof s === 'function' ? (s as (d: D) => T)(d) : s);

/** Words above or beside a field. */
export type Texto<D> = Segun<string | VNode, D>;

/** What the page of a question is drawn with. `nombre`: the question's short name, its label unless it has another. */
export interface ContextoPregunta<D> {
  datos: D;
  nombre: string;
  campo: ReturnType<typeof camposDe>;
  valores: Valores;
  errores: Readonly<Record<string, string | undefined>>;
  /** Home of the taxpayer of whom it is asked, where it is of one. */
  inicio?: string;
}

/** What somebody may write wrong, and the field beside which it is said. */
export interface Erroneo {
  escrito: Formulario;
  campo: string;
}

/**
 * A question as a value: how what is written is read, how it is asked, told back and tried. `V` is what the answer means;
 * `D`, what must be known to ask it (`unknown` for nearly all).
 */
export interface Pregunta<V, D = unknown> {
  /** From the fields of the form to the answer; a failure names its field and says in Spanish what to write instead. */
  esquema: z.ZodType<V, unknown>;
  /** Why an answer that reads well is not one here and now, by field: an option that is not offered today. */
  admite?: (v: V, d: D) => Readonly<Record<string, string>> | undefined;
  pagina: (c: ContextoPregunta<D>) => VNode;
  /** What stands after the main button, which Enter must not press. */
  pie?: (c: ContextoPregunta<D>) => VNode;
  /** Further buttons: what is wrong with what was written, or nothing, when the page just comes back. */
  acciones?: Readonly<Record<string, (escrito: Formulario) => Readonly<Record<string, string>> | undefined>>;
  /** Lines of the review; none for what needs none. */
  resumen: (v: V, d: D, nombre: string) => readonly Linea[];
  /** The form that would be read as that answer: what a corrected page begins with, and what is kept, clean. */
  escribir?: (v: V) => Formulario;
  /** Forms that lead down each branch. */
  ejemplos: Segun<readonly Formulario[], D>;
  erroneos: readonly Erroneo[];
}

export type Respuesta<P> = P extends Pregunta<infer V, never> ? V : never;

/** What all types of question may be told. */
export interface Comun<V, D> {
  /** Name of the field; each type has its own. */
  campo?: string;
  /** Label; the short name of the question unless told. */
  etiqueta?: Segun<string, D>;
  ayuda?: Texto<D>;
  /** A paragraph above the field. */
  antes?: Texto<D>;
  /** What stands under it. */
  despues?: Texto<D>;
  /** The label of its row in the review: the short name unless told; `false` leaves it out. */
  rotulo?: Segun<string, D> | false;
  /** Further lines of the review: what follows from the answer. */
  ademas?: (v: V, d: D) => readonly Linea[];
  /** The answer there was before, with which the page begins. */
  hoy?: (d: D) => V | undefined;
  ejemplos?: Segun<readonly Formulario[], D>;
}

/** Label and hint of a field. */
export function etiquetaYAyuda<V, D>(o: Comun<V, D>, c: ContextoPregunta<D>) {
  const ayuda = o.ayuda === undefined ? undefined : segun(o.ayuda, c.datos);
  return {
    etiqueta: o.etiqueta === undefined ? c.nombre : segun(o.etiqueta, c.datos),
    ...(ayuda !== undefined && { ayuda }),
  };
}

/** The line of the review of a question with one answer, and what follows from it. */
export const linea =
  <V, D>(o: Comun<V, D>, decir: (v: V, d: D) => string) =>
  (v: V, d: D, nombre: string): readonly Linea[] => {
    if (o.rotulo === false) return o.ademas?.(v, d) ?? [];
    const rotulo = o.rotulo === undefined ? nombre : segun(o.rotulo, d);
    return [{ rotulo, valor: decir(v, d) }, ...(o.ademas?.(v, d) ?? [])];
  };

/**
 * The fields of a page that begins with the answer there was, until something is written in one of them.
 * @param testigo a hidden field that tells that the page was sent, where leaving all boxes empty sends nothing
 */
export function conLoDeHoy<V, D>(
  c: ContextoPregunta<D>,
  o: Comun<V, D>,
  escribir: (v: V) => Formulario,
  testigo?: string,
): ContextoPregunta<D> {
  const hoy = o.hoy?.(c.datos);
  if (hoy === undefined) return c;
  const previo = escribir(hoy);
  const escribio = [...Object.keys(previo), ...(testigo ? [testigo] : [])].some((k) => k in c.valores);
  if (escribio) return c;
  const valores = { ...c.valores, ...previo };
  return { ...c, valores, campo: camposDe({ valores, errores: c.errores }) };
}

/** An issue beside a field, inside a transform. */
export function queja(ctx: z.RefinementCtx, campo: string | undefined, message: string): never {
  ctx.addIssue({ code: 'custom', message, path: campo === undefined ? [] : [campo] });
  return z.NEVER;
}

/** What normas answers when it reads what somebody wrote. */
type Leido<V> = { ok: true; valor: V } | { ok: false; mensaje: string };

/** A schema of one text that normas reads. */
export const leidoPor = <V>(texto: z.ZodType<string, unknown>, leer: (texto: string) => Leido<V>) =>
  texto.transform((t, ctx): V => {
    const leido = leer(t);
    return leido.ok ? leido.valor : queja(ctx, undefined, leido.mensaje);
  });

/** The answer of a form with one field. */
export const soloCampo = <V>(campo: string, esquema: z.ZodType<V, unknown>): z.ZodType<V, unknown> =>
  z.object({ [campo]: esquema }).transform((v) => v[campo] as V);

/** What a question reads in a form with other fields too: the answer under a name. */
export const conNombre = <K extends string, V>(nombre: K, { esquema }: Pregunta<V>) =>
  esquema.transform((v) => ({ [nombre]: v }) as Record<K, V>);

/**
 * A question on an ordinary page, without a draft: its fields with what was typed and what is wrong.
 * @param nombre what it is called, where it does not say so itself
 */
export function Preguntar<V>({
  pregunta,
  nombre = '',
  valores = {},
  errores = {},
}: { pregunta: Pregunta<V>; nombre?: string } & EstadoDeFormulario) {
  return pregunta.pagina({
    datos: undefined,
    nombre,
    valores,
    errores,
    campo: camposDe({ valores, errores }),
  });
}
