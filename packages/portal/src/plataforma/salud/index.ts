import { errores } from '../errores/index.ts';
import { json, ruta, type Peticion, type Ruta } from '../http/index.ts';
import { MEDIA_METRICAS, textoMetricas } from '../metricas/index.ts';
import { espacioLibre } from './espacio.ts';
import { estadoDe, type Estado } from './estado.ts';

export { espacioLibre } from './espacio.ts';

/**
 * `/vivo` for the pages, `/salud` for balancers, `/metricas` for Prometheus: only from this machine or behind the
 * operator's proxy rule.
 * @param directorioDeDatos where the embedded database writes; undefined when it is on another machine
 */
export function rutasSalud(directorioDeDatos: string | undefined): readonly Ruta[] {
  const mirarUnaVez = async (p: Pick<Peticion, 'enTransaccion'>) =>
    estadoDe(
      p.enTransaccion,
      directorioDeDatos === undefined ? undefined : await espacioLibre(directorioDeDatos),
    );
  /** However many ask at once, it is looked at once. */
  let mirando: Promise<Estado> | undefined;
  const mirar = (p: Pick<Peticion, 'enTransaccion'>): Promise<Estado> =>
    (mirando ??= mirarUnaVez(p).finally(() => {
      mirando = undefined;
    }));
  return [
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
        const estado = await mirar(p);
        return json({ estado }, estado === 'bien' ? 200 : 503);
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
}
