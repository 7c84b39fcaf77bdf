import { analizarFecha, type Fecha, type LimitesFecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { AreaTexto, type camposDe } from '../../interfaz/index.ts';

const LARGO = { minimo: 20, maximo: 4_000 } as const;

/** What proves it: lines of text, as the person will read them. */
export const evidencia = z
  .string()
  .default('')
  .transform((v) => v.replaceAll('\r\n', '\n').trim())
  .refine((v) => v.length >= LARGO.minimo, {
    error: 'Diga en qué se apoya: qué documento, de quién y de qué fecha, o qué se comprobó.',
  })
  .refine((v) => v.length <= LARGO.maximo, { error: 'Escriba 4.000 caracteres o menos.' });

export const CampoEvidencia = ({
  campo,
  etiqueta,
}: {
  campo: ReturnType<typeof camposDe>;
  etiqueta: string;
}) => (
  <AreaTexto
    {...campo.texto('evidencia')}
    etiqueta={etiqueta}
    ayuda="La persona lo lee en la comunicación y en el acto. Diga qué documento, de quién y de qué fecha, o qué se comprobó."
    filas={6}
    maximo={LARGO.maximo}
  />
);

/** The three boxes of a date that only some answers need. */
export const PARTES_DE_FECHA = {
  'fecha-dia': z.string().default(''),
  'fecha-mes': z.string().default(''),
  'fecha-anio': z.string().default(''),
};

/** @returns the date of those boxes, or undefined after saying what is wrong with it */
export function fechaEscrita(
  v: Record<keyof typeof PARTES_DE_FECHA, string>,
  limites: LimitesFecha,
  ctx: z.core.$RefinementCtx,
): Fecha | undefined {
  const leida = analizarFecha({ dia: v['fecha-dia'], mes: v['fecha-mes'], anio: v['fecha-anio'] }, limites);
  if (leida.ok) return leida.valor;
  ctx.addIssue({ code: 'custom', message: leida.mensaje, path: ['fecha'] });
  return undefined;
}
