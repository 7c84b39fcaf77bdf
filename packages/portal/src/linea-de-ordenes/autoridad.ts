import { claveMaestra, clavesDe, leerConfig } from '../plataforma/index.ts';
import { renovarLaAutoridad } from '../sello/index.ts';
import { conLaBase } from './base.ts';
import type { Orden } from './orden.ts';

/** Before the seal expires, or after: an office whose seal expired does not open. */
export const ordenAutoridadRenovar: Orden = {
  uso: 'autoridad renovar',
  ayuda: 'Pone un sello nuevo, sin que lo ya sellado deje de valer',
  opciones: {},
  async ejecutar({ entorno }) {
    const config = leerConfig(entorno);
    const claves = clavesDe(await claveMaestra(config.claveMaestra, config.directorioDatos));
    return conLaBase(entorno, async (enTransaccion) => {
      const hasta = await enTransaccion({ tipo: 'sistema', trabajo: 'autoridad' }, (trx) =>
        renovarLaAutoridad(trx, claves),
      );
      console.error(
        `El sello nuevo sirve hasta el ${hasta.toISOString().slice(0, 10)}. Reinicie la oficina para que selle con él.`,
      );
      return 0;
    });
  },
};
