import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';

/** What somebody tells of a payment that they do not see, as it is kept and signed. */
export const Dicho = z.object({
  /** Public identifier of the obligation that it was for; absent when they do not know. */
  deuda: z.string().optional(),
  /** Its name on that day, in words. */
  deudaEnPalabras: z.string().optional(),
  /** Pesos. */
  valor: z.int().min(1),
  dia: z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v)),
  /** Number of the slip, as they wrote it. */
  recibo: z.string().optional(),
});
export type Dicho = z.output<typeof Dicho>;

/** What was told, in rows: for the page, for the acuse and for the desk. */
export const filasDeLoDicho = (d: Dicho): { clave: string; valor: string }[] => [
  { clave: 'Cuánto pagó', valor: formatearPesos(BigInt(d.valor)) },
  { clave: 'Qué día', valor: formatearFecha(d.dia) },
  { clave: 'Número del recibo', valor: d.recibo ?? 'No lo dijo' },
  { clave: 'Qué deuda pagaba', valor: d.deudaEnPalabras ?? 'No está seguro' },
];

/** As normas asks for it. `obligacion`: the inner identifier of `deuda`. */
export const loQueDice = (d: Dicho, obligacion: string | undefined) => ({
  valor: BigInt(d.valor),
  fecha: d.dia,
  ...definidos({ referencia: d.recibo, obligacion }),
});
