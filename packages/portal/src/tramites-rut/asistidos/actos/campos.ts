import { textoEscrito } from '@autogestion/normas/texto';
import { z } from 'zod';
import { camposDe, separarFecha } from '../../../interfaz/index.ts';
import { type Formulario } from '../../../plataforma/index.ts';

/** Codes of a list of boxes to tick; a form with one ticked sends a text. */
export const codigosElegidos = (falta?: string) =>
  z
    .object({ codigos: z.union([z.string(), z.array(z.string())]).default([]) })
    .transform(({ codigos }) => ({ codigos: [...new Set([codigos].flat())].toSorted() }))
    .refine((v) => !falta || v.codigos.length > 0, { error: falta ?? '', path: ['codigos'] });

/** Some lines of reasons: from five letters to five hundred. */
export const motivo = (falta: string) =>
  z
    .string()
    .default('')
    .transform((v) => textoEscrito(v))
    .refine((v) => v.length >= 5, { error: falta })
    .refine((v) => v.length <= 500, { error: 'Acórtelo: caben 500 caracteres.' });

/** The fields of a page that begins with what the office knows, until somebody writes in it. */
export const campoCon = (
  c: { valores: Formulario; errores: Record<string, string> },
  previo: Formulario,
): ReturnType<typeof camposDe> => {
  const escribio = Object.keys(c.valores).length + Object.keys(c.errores).length > 0;
  return camposDe({ valores: escribio ? c.valores : previo, errores: c.errores });
};

/** A date as the three boxes of the field `fecha`. */
export function enCampos(fecha: string): Record<string, string> {
  const { dia, mes, anio } = separarFecha(fecha);
  return { 'fecha-dia': dia, 'fecha-mes': mes, 'fecha-anio': anio };
}
