import { z } from 'zod';

/** Why no code goes out now: another went a moment ago, or those of the day are spent. */
export type SinEmitir = { tipo: 'espere'; segundos: number } | { tipo: 'agotado' };
/** What whoever asked for a code is told, as a wait and not as something that they wrote wrong. */
export function avisoDeEspera(no: SinEmitir, que = 'un código'): string {
  if (no.tipo === 'agotado')
    return 'Por hoy ya se enviaron todos los códigos que se pueden enviar ahí. El último sirve si no han pasado diez minutos; mañana se puede pedir otro.';
  const cuanto = no.segundos === 1 ? '1 segundo' : `${no.segundos} segundos`;
  return `Hace un momento se pidió ${que}. Para volver a pedir espere ${cuanto}.`;
}

/** What a program is told when no code went out: the sentence of the page, and the seconds where waiting helps. */
export const ESPERE = z.object({ mensaje: z.string(), segundos: z.int().optional() });

export const espereEnApi = (no: SinEmitir): z.output<typeof ESPERE> => ({
  mensaje: avisoDeEspera(no),
  ...(no.tipo === 'espere' && { segundos: no.segundos }),
});

/** The same for whoever only reads headers; when the day's codes are spent no number of seconds is promised. */
export const cabecerasDeEspera = (no: SinEmitir | undefined): Record<string, string> =>
  no?.tipo === 'espere' ? { 'retry-after': String(no.segundos) } : {};
