import { Logger as RegistroGraphile } from 'graphile-worker';
import type { Logger } from 'pino';

/** graphile-worker's messages into the office's log; its info level is noise and goes to debug. */
export function registroDeGraphile(registro: Logger): RegistroGraphile {
  return new RegistroGraphile(() => (clase, mensaje) => {
    const nivel: string = clase;
    if (nivel === 'error') registro.error(mensaje);
    else if (nivel === 'warning') registro.warn(mensaje);
    else registro.debug(mensaje);
  });
}
