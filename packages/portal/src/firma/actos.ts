import type { Json, Presentacion } from '@autogestion/documentos';
import type { z } from 'zod';

/** A kind of act that a person signs. The room whose act it is registers it; this one knows no other by name. */
export interface TipoActo {
  /** `declaraciones.presentar` */
  tipo: string;
  /** What a person calls it: «Declaración de renta 2025». Goes to messages and to the public verification. */
  nombre: string;
  /** Number of the official form, where there is one. */
  formulario?: string;
  /**
   * What the person sees and the document prints, out of the act alone: the same act always gives the same. It must
   * say everything that binds the person.
   */
  presentar: (acto: Json) => Presentacion;
}

/** A kind of act whose shape is a schema: what does not have it is not presented nor signed. */
export function tipoActo<S extends z.ZodType>(
  t: Omit<TipoActo, 'presentar'> & { esquema: S; presentar: (acto: z.output<S>) => Presentacion },
): TipoActo {
  const { esquema, presentar, ...resto } = t;
  return { ...resto, presentar: (acto) => presentar(esquema.parse(acto)) };
}

const tipos = new Map<string, TipoActo>();

export function registrarActo(t: TipoActo): void {
  tipos.set(t.tipo, t);
}

/** @throws Error when no room registered it. */
export function tipoDeActo(tipo: string): TipoActo {
  const t = tipos.get(tipo);
  if (!t) throw new Error(`No room registered the kind of act ${tipo}`);
  return t;
}
