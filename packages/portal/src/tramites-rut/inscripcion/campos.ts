import { analizarFecha, type Fecha, type LimitesFecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { linea } from '../../plataforma/index.ts';

export { linea };

const NOMBRE = /^\p{L}[\p{L}\p{M}'’.\- ]*$/u;
const LARGO_NOMBRE = 60;

/** Names as a document writes them. */
export const nombrePropio = (que: string) =>
  linea.superRefine((v, ctx) => {
    if (v.length > LARGO_NOMBRE) {
      ctx.addIssue({
        code: 'custom',
        message: `${que} puede tener hasta ${LARGO_NOMBRE} letras; usted escribió ${v.length}.`,
      });
    } else if (v !== '' && !NOMBRE.test(v)) {
      ctx.addIssue({
        code: 'custom',
        message: `${que} solo puede llevar letras, espacios, apóstrofos y guiones. Escríbalo como está en su documento.`,
      });
    }
  });

/** The same, and it cannot be missing. */
export const nombreObligatorio = (que: string, falta: string) =>
  nombrePropio(que).refine((v) => v !== '', { error: falta });

/** One of a closed list. */
export const unaDe = <T extends string>(valores: readonly [T, ...T[]], falta: string) =>
  z.enum(valores, { error: falta });

/** The three boxes of a date whose field is called `fecha`. */
export function campoFecha(limites: LimitesFecha | (() => LimitesFecha)) {
  return z
    .object({
      'fecha-dia': z.string().default(''),
      'fecha-mes': z.string().default(''),
      'fecha-anio': z.string().default(''),
    })
    .transform((f, ctx): { fecha: Fecha } => {
      const leida = analizarFecha(
        { dia: f['fecha-dia'], mes: f['fecha-mes'], anio: f['fecha-anio'] },
        typeof limites === 'function' ? limites() : limites,
      );
      if (leida.ok) return { fecha: leida.valor };
      ctx.addIssue({ code: 'custom', message: leida.mensaje, path: ['fecha'] });
      return z.NEVER;
    });
}

export const siONo = (falta: string) => unaDe(['si', 'no'], falta);
