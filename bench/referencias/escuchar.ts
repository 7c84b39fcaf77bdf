import type { FastifyInstance } from 'fastify';

/** Listens on a free port of the loopback, says which, and closes in order when it is asked to end. */
export async function escuchar(app: FastifyInstance, alCerrar?: () => Promise<void>): Promise<void> {
  process.on('SIGTERM', () => {
    void app.close().then(alCerrar);
  });
  const direccion = await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`puerto ${new URL(direccion).port}\n`);
}
