import { z } from 'zod';
import type { Formulario } from '../../plataforma/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import { linea, segun, type Comun, type Pregunta } from './pregunta.ts';

/** Questions by the name of their answer; their fields must have different names (`campo`). */
type Juntas<V extends object, D> = {
  [K in keyof V]: { nombre: string; pregunta: Pregunta<V[K], D> };
};

interface OpcionesDeJuntas<V, D> extends Pick<
  Comun<V, D>,
  'antes' | 'despues' | 'rotulo' | 'ademas' | 'ejemplos'
> {
  /** What is wrong with them together, by field, when each is right by itself. */
  admite?: (v: V, d: D) => Readonly<Record<string, string>> | undefined;
  /** What the review says of all in one line, under the question's name; a line of each unless told. */
  decir?: (v: V, d: D) => string;
  /** Forms that read well one by one and not together. */
  erroneos?: Pregunta<V, D>['erroneos'];
}

/** Several questions on one page, each read by itself: all that is wrong is told at once. */
export function juntas<V extends object, D>(
  preguntas: Juntas<V, D>,
  o: OpcionesDeJuntas<V, D> = {},
): Pregunta<V, D> {
  type Una = { nombre: string; pregunta: Pregunta<V[keyof V & string], D> };
  const todas = Object.entries(preguntas) as [keyof V & string, Una][];
  const { decir } = o;
  return {
    esquema: loQueSeEscribe(todas.map(([, p]) => p.pregunta.esquema)).transform((escrito, ctx): V => {
      const respuestas: Partial<V> = {};
      for (const [cual, { pregunta }] of todas) {
        const leido = pregunta.esquema.safeParse(escrito);
        if (leido.success) respuestas[cual] = leido.data;
        else
          for (const i of leido.error.issues)
            ctx.addIssue({ code: 'custom', message: i.message, path: i.path });
      }
      return respuestas as V;
    }),
    admite: (v, d) => {
      const faltas = todas.map(([cual, { pregunta }]) => pregunta.admite?.(v[cual], d) ?? {});
      const juntos = Object.assign({}, ...faltas) as Record<string, string>;
      return Object.keys(juntos).length > 0 ? juntos : o.admite?.(v, d);
    },
    pagina: (c) =>
      conPalabras(o, c, <>{todas.map(([, p]) => p.pregunta.pagina({ ...c, nombre: p.nombre }))}</>),
    resumen: decir
      ? linea(o, decir)
      : (v, d) => todas.flatMap(([cual, p]) => p.pregunta.resumen(v[cual], d, p.nombre)),
    escribir: (v) =>
      Object.assign({}, ...todas.map(([cual, p]) => p.pregunta.escribir?.(v[cual]) ?? {})) as Formulario,
    ejemplos:
      o.ejemplos ??
      ((d: D) => [
        Object.assign({}, ...todas.map(([, p]) => segun(p.pregunta.ejemplos, d)[0] ?? {})) as Formulario,
      ]),
    erroneos: [...todas.flatMap(([, p]) => p.pregunta.erroneos), ...(o.erroneos ?? [])],
  };
}

/** Anything, said to programs as all the fields of those questions: each is then read from the whole. */
function loQueSeEscribe(esquemas: readonly z.ZodType[]) {
  const formas = esquemas.map((e) => z.toJSONSchema(e, { io: 'input', unrepresentable: 'any' }));
  const required = formas.flatMap((f) => f.required ?? []);
  return z.unknown().meta({
    type: 'object',
    properties: Object.assign({}, ...formas.map((f) => f.properties ?? {})) as object,
    ...(required.length > 0 && { required }),
  });
}
