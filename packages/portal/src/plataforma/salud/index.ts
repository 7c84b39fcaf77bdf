import { sql } from 'kysely';
import { errores } from '../errores/index.ts';
import { json, ruta, type Ruta } from '../http/index.ts';
import { MEDIA_METRICAS, textoMetricas } from '../metricas/index.ts';

/** `/vivo` for the pages, `/salud` for balancers, `/metricas` for Prometheus: only from this machine or behind the operator's proxy rule. */
export const rutasSalud: readonly Ruta[] = [
  // Asked by the pages before each sending, so it touches nothing.
  ruta({
    nombre: 'plataforma.vivo',
    metodo: 'GET',
    camino: '/vivo',
    acceso: 'publico',
    sinMirarQuien: true,
    manejar: async () => ({ tipo: 'texto', texto: 'bien', media: 'text/plain; charset=utf-8' }),
  }),
  ruta({
    nombre: 'plataforma.salud',
    metodo: 'GET',
    camino: '/salud',
    acceso: 'publico',
    sinMirarQuien: true,
    async manejar(p) {
      try {
        await p.enTransaccion((trx) => sql`select 1`.execute(trx.bd));
        return json({ estado: 'bien' });
      } catch {
        return json({ estado: 'sin-base-de-datos' }, 503);
      }
    },
  }),
  ruta({
    nombre: 'plataforma.metricas',
    metodo: 'GET',
    camino: '/metricas',
    acceso: 'publico',
    sinMirarQuien: true,
    async manejar(p) {
      if (!/^(::1|(::ffff:)?127\.)/.test(p.ip)) throw errores.sinPermiso();
      return { tipo: 'texto', texto: await textoMetricas(), media: MEDIA_METRICAS };
    },
  }),
];
