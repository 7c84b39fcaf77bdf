import type { VNode } from 'preact';
import type { z } from 'zod';
import { linea as renglon, type Formulario } from '../../plataforma/index.ts';
import type { CampoDeUnValor } from '../campos.ts';
import {
  conLoDeHoy,
  linea,
  queja,
  etiquetaYAyuda,
  segun,
  soloCampo,
  type Comun,
  type ContextoPregunta,
  type Pregunta,
  type Segun,
} from './pregunta.ts';

/** What a control is given: its name, what was typed, what is wrong, label and hint. */
type PropsDeControl = CampoDeUnValor & ReturnType<typeof etiquetaYAyuda>;

/** The words above and under the fields of a question. */
export function conPalabras<D>(
  o: Pick<Comun<never, D>, 'antes' | 'despues'>,
  c: ContextoPregunta<D>,
  campos: VNode,
): VNode {
  if (o.antes === undefined && o.despues === undefined) return campos;
  return (
    <>
      <Palabras texto={o.antes && segun(o.antes, c.datos)} />
      {campos}
      <Palabras texto={o.despues && segun(o.despues, c.datos)} />
    </>
  );
}

function Palabras({ texto }: { texto: string | VNode | undefined }) {
  if (texto === undefined || texto === '') return null;
  return typeof texto === 'string' ? <p class="govuk-body">{texto}</p> : texto;
}

/** A question answered in one field. */
export function deUnCampo<V, D>(
  o: Comun<V, D>,
  t: {
    campo: string;
    esquema: z.ZodType<V, unknown>;
    admite?: (v: V, d: D, campo: string) => Readonly<Record<string, string>> | undefined;
    control: (p: PropsDeControl, c: ContextoPregunta<D>) => VNode;
    decir: (v: V, d: D) => string;
    escribir: (v: V) => string;
    ejemplos: Segun<readonly string[], D>;
    erroneos: readonly string[];
  },
): Pregunta<V, D> {
  const campo = o.campo ?? t.campo;
  const { admite } = t;
  const formulario = (texto: string): Formulario => ({ [campo]: texto });
  const escribir = (v: V) => formulario(t.escribir(v));
  return {
    esquema: soloCampo(campo, t.esquema),
    ...(admite && { admite: (v: V, d: D) => admite(v, d, campo) }),
    pagina(sin) {
      const c = conLoDeHoy(sin, o, escribir);
      return conPalabras(o, c, t.control({ ...c.campo.texto(campo), ...etiquetaYAyuda(o, c) }, c));
    },
    resumen: linea(o, t.decir),
    escribir,
    ejemplos: o.ejemplos ?? ((d: D) => segun<readonly string[], D>(t.ejemplos, d).map(formulario)),
    erroneos: t.erroneos.map((escrito) => ({ escrito: formulario(escrito), campo })),
  };
}

/** Types whose answer may be missing: it is then `''`. */
export interface Opcional {
  opcional?: boolean;
  /** How the review says that there is none. */
  ninguno?: string;
}

/** What `esquema` reads, or nothing. */
export const siEscribe = (o: Opcional, esquema: z.ZodType<string, unknown>): z.ZodType<string, unknown> =>
  o.opcional
    ? renglon.transform((v, ctx) => {
        if (v === '') return v;
        const leido = esquema.safeParse(v);
        return leido.success ? leido.data : queja(ctx, undefined, leido.error.issues[0]?.message ?? '');
      })
    : esquema;
