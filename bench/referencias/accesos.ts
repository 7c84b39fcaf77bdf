/** Reference of `accesos.bench.ts`: bare verifications of argon2id, as many at a time as the office gets requests. */
import { verify } from '@node-rs/argon2';
import { escuchar, fastify } from './fastify.ts';

const HASH = process.env.HASH ?? '';
const CLAVE = process.env.CLAVE ?? '';

const app = fastify();
app.post<{ Params: { cuantas: string; aLaVez: string } }>('/accesos/:cuantas/:aLaVez', async (req) => {
  const tiempos: number[] = [];
  let quedan = Number(req.params.cuantas);
  const inicio = performance.now();
  await Promise.all(
    Array.from({ length: Number(req.params.aLaVez) }, async () => {
      while (quedan-- > 0) {
        const antes = performance.now();
        if (!(await verify(HASH, CLAVE))) throw new Error('The reference verifies another password');
        tiempos.push(performance.now() - antes);
      }
    }),
  );
  return { tiempos, ms: performance.now() - inicio };
});
await escuchar(app);
