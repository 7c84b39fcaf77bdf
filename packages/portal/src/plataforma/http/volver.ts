import type { FastifyInstance } from 'fastify';
import type { Ruta } from './ruta.ts';

const tramos = (camino: string): string[] => camino.split('/').slice(1);

/**
 * Addresses to which one sends and which nobody can open: asked for again (a reload, Back, what was copied from the
 * address bar), they lead to the page above, where the form stood.
 */
export function montarVueltas(app: FastifyInstance, rutas: readonly Ruta[]): void {
  const abiertas = new Set(rutas.flatMap((r) => (r.metodo === 'GET' && !r.api ? [r.camino] : [])));
  const soloEnvio = new Set(
    rutas.flatMap((r) => (r.metodo === 'POST' && !r.api && !abiertas.has(r.camino) ? [r.camino] : [])),
  );
  for (const camino of soloEnvio) {
    const partes = tramos(camino);
    const largo = partes.findLastIndex((_, i) => abiertas.has(`/${partes.slice(0, i).join('/')}`));
    app.get(camino, { config: { rateLimit: false } }, async (req, reply) => {
      const suyos = tramos(req.url.split('?')[0] ?? '');
      return reply.redirect(`/${suyos.slice(0, Math.max(largo, 0)).join('/')}`, 303);
    });
  }
}
