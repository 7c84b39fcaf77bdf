import { segun, type Pregunta, type Segun } from '../preguntas/index.ts';
import type {
  Accion,
  ContextoGuardar,
  ContextoPagina,
  Datos,
  Efecto,
  Ejemplo,
  Paso,
  Repetido,
} from './definicion.ts';
import type { VNode } from 'preact';
import type { Formulario } from '../../plataforma/index.ts';
import { partesDeCierre, repetidos, type OtraVez } from './repetidos.tsx';
import { slugDeCierre } from './vueltas.ts';

/** How a question is put in a journey: where it stands, when it is asked, and what the office does with its answer. */
interface Enunciado<V, R extends object, P extends object, H extends object> {
  /** Short name for the list of steps, the review and, unless it has another, the label. */
  nombre: string;
  pregunta: Segun<string, Datos<R, H>>;
  /** Asked only then; it sees the answers of the questions before. */
  aplica?: ((d: Datos<R, H>) => boolean) | undefined;
  /** Why an answer does not do, by field, besides what its type says. */
  admite?: (v: V, d: Datos<R, H>) => Readonly<Record<string, string>> | undefined;
  /** Why the journey ends in this page; see `Paso`. */
  acaba?: (d: Datos<R, H>) => readonly string[];
  /** Beyond a valid answer: what the office must have established for the step to be done. */
  cumplido?: (d: Datos<P, H>) => boolean;
  /** False for codes and the like: the answer serves once and is not kept. */
  guarda?: false;
  boton?: string;
  /** Under the main button, besides what the type puts there. */
  pie?: (c: ContextoPagina<P, H>) => VNode;
  /** What must be asked outside before the transaction opens. */
  consultar?: (v: V, d: Datos<P, H>) => Promise<unknown>;
  /** What saving does besides saving, in the same transaction. */
  alGuardar?: (c: ContextoGuardar<P, H>, v: V, consultado: unknown) => Promise<Efecto<H>>;
  acciones?: Record<string, (c: ContextoGuardar<P, H>, escrito: Formulario) => Promise<Accion<H>>>;
  /** Where the examples of the type do not lead down every branch, or the office establishes something with them. */
  ejemplos?: readonly Ejemplo<H>[] | ((d: Datos<R, H>) => readonly Ejemplo<H>[]);
}

/**
 * The questions of a journey, one after the other. `R` grows with each: what a question asks may depend on the answers of
 * those before it, and on nothing else.
 */
export interface Guion<R extends object, H extends object> {
  readonly pasos: readonly Paso<R, H>[];
  /** The questions that follow belong to this part, by which progress is told, and are asked only when `si`. */
  parte(nombre: string, si?: (d: Datos<R, H>) => boolean): Guion<R, H>;
  /** @param slug its address, and the name of its answer */
  paso<S extends string, V>(
    slug: S,
    enunciado: Enunciado<NoInfer<V>, R, R & Record<S, NoInfer<V>>, H>,
    pregunta: Pregunta<V, Datos<R, H>>,
  ): Guion<R & Record<S, V>, H>;
  /** Questions that were declared apart; `cuando` is asked besides their own condition. */
  con<P extends object, H2 extends object>(
    otro: H extends H2 ? Guion<P, H2> : never,
    cuando?: (d: Datos<R, H>) => boolean,
  ): Guion<R & P, H>;
  /** The same group of questions for each of several things, told apart by the name of their answers. */
  cada<K, P extends object>(cosas: readonly K[], de: (cosa: K) => Guion<P, H>): Guion<R & P, H>;
  /**
   * Questions that are asked once and again, until there is nothing more to tell. Their slugs begin with `grupo-`; they
   * belong to the part of the list unless they say another.
   */
  lista<G extends string, P extends object>(
    repetido: Omit<Repetido<R & P, H>, 'grupo'> & { grupo: G },
    preguntas: Guion<P, H>,
    cierre: { nombre: string; pregunta: string },
  ): Guion<R & P & Record<`${G}-otra-vez`, OtraVez>, H>;
}

/** What the questions of a journey answer, by slug. */
export type RespuestasDe<G> =
  G extends Guion<infer R, infer H> ? (H extends object ? { [S in keyof R]: R[S] } : never) : never;

/** A journey's questions, none yet. `R`: answers of questions that come before, where they belong to another script. */
export const guion = <H extends object, R extends object = object>(): Guion<R, H> => hacer<R, H>([], {});

interface Parte<R extends object, H extends object> {
  nombre?: string;
  si?: ((d: Datos<R, H>) => boolean) | undefined;
}

function hacer<R extends object, H extends object>(
  pasos: readonly Paso<R, H>[],
  parte: Parte<R, H>,
): Guion<R, H> {
  const mas = <P extends object>(otros: readonly unknown[]) =>
    hacer<P, H>(
      [...(pasos as readonly unknown[]), ...otros] as Paso<P, H>[],
      parte as unknown as Parte<P, H>,
    );
  const enParte = (paso: object) => {
    const { parte: suya = parte.nombre } = paso as { parte?: string };
    return cuando(parte.si, { ...paso, parte: suya } as Paso<R, H>);
  };
  return {
    pasos,
    parte: (nombre, si) => hacer(pasos, { nombre, si }),
    paso: (slug, enunciado, pregunta) => mas([enParte(comoPaso(slug, enunciado, pregunta))]),
    con: (otro, si) => mas((otro as unknown as Guion<R, H>).pasos.map((p) => cuando(si, p))),
    cada: (cosas, de) => mas(cosas.flatMap((cosa) => de(cosa).pasos)),
    lista(repetido, preguntas, cierre) {
      const r = repetido as unknown as Repetido<R, H>;
      const suyas = repetidos(r, preguntas.pasos as unknown as readonly Paso<R, H>[]);
      return mas([
        ...suyas.map(enParte),
        enParte({ slug: slugDeCierre(repetido.grupo), ...cierre, ...partesDeCierre(r) }),
      ]);
    },
  };
}

const cuando = <R extends object, H extends object>(
  si: ((d: Datos<R, H>) => boolean) | undefined,
  p: Paso<R, H>,
): Paso<R, H> => (si ? { ...p, aplica: (d: Datos<R, H>) => si(d) && (p.aplica?.(d) ?? true) } : p);

/** The step that the mechanism runs, from how the question is put and what it is. */
function comoPaso<S extends string, V, R extends object, H extends object>(
  slug: S,
  e: Enunciado<V, R, R & Record<S, V>, H>,
  p: Pregunta<V, Datos<R, H>>,
): object {
  type D = Datos<R, H>;
  const { ejemplos, acciones, pie, admite, ...resto } = e;
  const contexto = (c: ContextoPagina<R, H>) => ({ ...c, nombre: e.nombre });
  const botones = Object.fromEntries(
    Object.entries(p.acciones ?? {}).map(([nombre, hacer]) => [
      nombre,
      async (_c: unknown, escrito: Formulario) => {
        const campos = hacer(escrito);
        return campos ? { campos } : {};
      },
    ]),
  );
  return {
    ...resto,
    slug,
    esquema: p.esquema,
    admite: (v: V, d: D) => p.admite?.(v, d) ?? admite?.(v, d),
    pagina: (c: ContextoPagina<R, H>) => p.pagina(contexto(c)),
    ...((p.pie || pie) && {
      pie: (c: ContextoPagina<R, H>) => [p.pie?.(contexto(c)), pie?.(c as never)],
    }),
    resumen: (v: V, d: D) => p.resumen(v, d, e.nombre),
    ...(p.escribir && { escribir: p.escribir }),
    ...((p.acciones || acciones) && { acciones: { ...botones, ...acciones } }),
    ejemplos: ejemplos ?? ((d: D) => segun(p.ejemplos, d).map((escrito) => ({ escrito }))),
    erroneos: p.erroneos,
  };
}
