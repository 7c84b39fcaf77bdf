import { z } from 'zod';

/** What a bank says, as it comes; nothing else is taken. `valor` in pesos: it fits a number of JSON. */
export const DICHO = z.strictObject({
  operacion: z.string().min(1).max(80),
  estado: z.enum(['pendiente', 'aprobada', 'rechazada']),
  referencia: z.string().regex(/^[\w.-]{1,80}$/),
  recibo: z.string().min(1).max(40),
  valor: z.int().positive().max(999_999_999_999_999),
  dia: z.iso.date(),
  pagador: z
    .string()
    .regex(/^\d{3,20}$/)
    .optional(),
});

/** What a bank says of a payment, when it tells it and when it is asked. */
export type DichoPorElBanco = z.output<typeof DICHO>;
