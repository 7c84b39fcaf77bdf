import { createRequire } from 'node:module';
import type { crearServidor } from '../../packages/portal/src/plataforma/http/index.ts';

type Servidor = Awaited<ReturnType<typeof crearServidor>>;

// The references run on the very Fastify of the office, whatever version it declares.
const delPortal = createRequire(new URL('../../packages/portal/package.json', import.meta.url));

export const fastify = delPortal('fastify') as () => Servidor;

/** Listens on a free port of the loopback, says which, and closes in order when it is asked to end. */
export async function escuchar(app: Servidor, alCerrar?: () => Promise<void>): Promise<void> {
  process.on('SIGTERM', () => {
    void app.close().then(alCerrar);
  });
  const direccion = await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`puerto ${new URL(direccion).port}\n`);
}
