import type { Json, Presentacion } from '@autogestion/documentos';
import type { z } from 'zod';
import { clase } from '../plataforma/index.ts';

/** A kind of act that a person signs. The room whose act it is brings it; this one knows no other by name. */
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

export const TIPOS_DE_ACTO = clase<TipoActo>('kind of act', (t) => t.tipo);
