import { setTimeout as esperar } from 'node:timers/promises';
import type { Client } from 'pg';

/** The session that holds the lock, taken again by itself when the server drops it or dies. */
interface SesionSostenida {
  /** From here on the end of the session is expected; resolves when nothing is being taken again. */
  dejarDeVigilar(): Promise<void>;
  cerrar(): Promise<void>;
}

/** Pauses before trying again to have a server, milliseconds; afterwards it is given up. */
const PAUSAS_MS = [0, 1_000, 5_000, 15_000] as const;

/**
 * Keeps the server and its lock for the life of the portal. A backend that crashes makes PostgreSQL end every session
 * and recover; one that was killed, or that the system ended for want of memory, is started again. The portal's pools
 * reconnect by themselves.
 *
 * @param encender takes over the server that runs, or starts it; with the lock taken
 * @param alPerder what is done when it cannot be had again: without a database there is no office
 */
export function sostener(
  inicial: Client,
  encender: () => Promise<Client>,
  avisar: (linea: string) => void,
  alPerder: (error: unknown) => void,
): SesionSostenida {
  let cliente = inicial;
  let vigilada = true;
  let enCurso = Promise.resolve();

  const retomar = async (): Promise<void> => {
    let ultimo: unknown;
    for (const pausa of PAUSAS_MS) {
      await esperar(pausa);
      if (!vigilada) return;
      try {
        cliente = await encender();
        vigilar(cliente);
        avisar('La base de datos contesta otra vez.');
        return;
      } catch (error) {
        ultimo = error;
        avisar(error instanceof Error ? error.message : String(error));
      }
    }
    if (vigilada) alPerder(ultimo);
  };
  const vigilar = (sesion: Client): void => {
    // Without a listener the error event would end the process; `end` follows it and decides.
    sesion.on('error', () => undefined);
    sesion.once('end', () => {
      if (!vigilada) return;
      avisar('PostgreSQL cerró sus conexiones; se retoma, o se enciende otra vez.');
      enCurso = retomar();
    });
  };

  vigilar(inicial);
  return {
    dejarDeVigilar() {
      vigilada = false;
      return enCurso;
    },
    cerrar: async () => {
      await cliente.end().catch(() => undefined);
    },
  };
}
