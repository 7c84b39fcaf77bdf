import { z } from 'zod';

/** Where a return that was filed is. */
export const PRESENTADA = '/de/:titular/declaraciones/presentadas/:declaracion';
export const DE_PRESENTADA = z.object({
  titular: z.string(),
  declaracion: z.string().regex(/^[0-9a-z]{26}$/),
});
