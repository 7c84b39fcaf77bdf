import { Logger as RegistroGraphile, type Job } from 'graphile-worker';
import type { Logger } from 'pino';
import { sinDatos } from '../registro/index.ts';

/**
 * graphile-worker's messages into the office's log; its info level is noise and goes to debug. Of a job that failed
 * it would write the payload's error as it came: it is told by its parts instead.
 */
export function registroDeGraphile(registro: Logger): RegistroGraphile {
  return new RegistroGraphile(() => (clase, mensaje, meta) => {
    const nivel: string = clase;
    const job = meta?.failure ? (meta.job as Job | undefined) : undefined;
    if (job) {
      const { task_identifier: trabajo, id, attempts: intento } = job;
      registro.error({ err: meta?.error, trabajo, id, intento }, 'un trabajo fallo');
    } else if (nivel === 'error') registro.error(sinDatos(mensaje));
    else if (nivel === 'warning') registro.warn(sinDatos(mensaje));
    else registro.debug(sinDatos(mensaje));
  });
}
