/**
 * Reference of `registros.bench.ts`: a bare Fastify that sends, for each request, the statements that the office
 * sent for it, on the same PostgreSQL and as the same role. No schemas, no journeys, no pages, no checks.
 */
import { readFileSync } from 'node:fs';
import {
  abrirPool,
  cerrarPool,
  ROL_APLICACION,
} from '../../packages/portal/src/plataforma/base-de-datos/index.ts';
import type { Guion } from '../apoyo/guion.ts';
import { ranurasPara, repetir, type Ranuras } from '../apoyo/repetir.ts';
import { escuchar, fastify } from './fastify.ts';

/** What a repetition says of its person. Bytes travel in hexadecimal. */
interface Cuerpo {
  clave: string;
  externos?: Record<string, string>;
  bytes?: Record<string, string>;
}

const guiones = JSON.parse(readFileSync(process.env.GUIONES ?? '', 'utf8')) as Record<string, Guion>;
const pool = abrirPool({
  url: process.env.DATABASE_URL ?? '',
  maximo: 20,
  rol: ROL_APLICACION,
  nombre: 'referencia',
});
const enCurso = new Map<string, Ranuras>();
const app = fastify();

app.post<{ Params: { guion: string; n: string }; Body: Cuerpo }>('/:guion/:n', async (req) => {
  const guion = guiones[req.params.guion];
  const n = Number(req.params.n);
  const peticion = guion?.peticiones[n];
  if (!guion || !peticion) throw new Error('No such request in the script');
  const { clave, externos = {}, bytes = {} } = req.body;
  const deFuera: Record<string, string | Buffer> = { ...externos };
  for (const [nombre, hex] of Object.entries(bytes)) deFuera[nombre] = Buffer.from(hex, 'hex');
  const ranuras = enCurso.get(clave) ?? ranurasPara(guion, deFuera);
  enCurso.set(clave, ranuras);
  await repetir(pool, peticion, ranuras);
  if (n === guion.peticiones.length - 1) enCurso.delete(clave);
  return { hecho: true };
});

await escuchar(app, () => cerrarPool(pool));
