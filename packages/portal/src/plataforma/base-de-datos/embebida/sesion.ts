import type { Client } from 'pg';
import { tomarCerrojo } from './cerrojo.ts';
import { esPostmasterDe, leerPostmaster } from './postmaster.ts';
import { conectarCuandoResponda } from './servidor.ts';
import type { Ubicacion } from './ubicacion.ts';

/** The session that holds the lock, taken again by itself when the server drops it. */
interface SesionSostenida {
  /** From here on the end of the session is expected. */
  dejarDeVigilar(): void;
  cerrar(): Promise<void>;
}

/**
 * Keeps the lock for the life of the portal. A backend that crashes makes PostgreSQL end every session and
 * recover; the portal's pools reconnect by themselves, and so must the lock.
 */
export function sostener(
  inicial: Client,
  ubicacion: Ubicacion,
  avisar: (linea: string) => void,
): SesionSostenida {
  let cliente = inicial;
  let vigilada = true;

  const retomar = async (): Promise<void> => {
    cliente = await conectarCuandoResponda(ubicacion, () => {
      const postmaster = leerPostmaster(ubicacion.cluster);
      return vigilada && postmaster !== undefined && esPostmasterDe(postmaster.pid, ubicacion.cluster);
    });
    vigilar(cliente);
    await tomarCerrojo(cliente, ubicacion.directorio);
  };
  const vigilar = (sesion: Client): void => {
    // Without a listener the error event would end the process; `end` follows it and decides.
    sesion.on('error', () => undefined);
    sesion.once('end', () => {
      if (!vigilada) return;
      avisar('PostgreSQL cerró sus conexiones; se retoma el control de los datos.');
      retomar().catch((error: unknown) => {
        if (vigilada) avisar(error instanceof Error ? error.message : String(error));
      });
    });
  };

  vigilar(inicial);
  return {
    dejarDeVigilar: () => {
      vigilada = false;
    },
    cerrar: async () => {
      await cliente.end().catch(() => undefined);
    },
  };
}
