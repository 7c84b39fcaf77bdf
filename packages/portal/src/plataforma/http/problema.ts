import { z } from 'zod';
import { constanciaEnPem } from '@autogestion/documentos';
import type { LoQueQueda } from '../contingencia/index.ts';
import type { ErrorDominio } from '../errores/index.ts';

/** Problem details of the API (RFC 9457) with our `codigo`, the message by field and a reference to quote. */
export const Problema = z.object({
  type: z.literal('about:blank'),
  status: z.int(),
  title: z.string(),
  codigo: z.string(),
  campos: z.record(z.string(), z.string()).optional(),
  referencia: z.string(),
  constancia: z
    .object({ numero: z.string(), firmada: z.string() })
    .optional()
    .describe('Prueba firmada del intento (CMS en PEM), cuando la falla es de la oficina'),
});

/** The proof of an attempt, as a program is given it. */
export const enProblema = ({ intento, firmada }: Extract<LoQueQueda, { ok: true }>) => ({
  numero: intento.numero,
  firmada: constanciaEnPem(firmada),
});

export function problema(
  e: Pick<ErrorDominio, 'codigo' | 'estado' | 'message' | 'campos'>,
  referencia: string,
) {
  return {
    type: 'about:blank' as const,
    status: e.estado,
    title: e.message,
    codigo: e.codigo,
    ...(Object.keys(e.campos).length > 0 && { campos: e.campos }),
    referencia,
  };
}
