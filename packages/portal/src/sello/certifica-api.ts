import { z } from 'zod';

/** What a certificate certifies, as programs read it. */
export const CertificaApi = z.object({
  frase: z.string(),
  al: z.iso.date().optional(),
  corte: z.string().optional(),
  pago: z.string().optional(),
});
