import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pedir } from './cliente.ts';
import { percentil } from './estadistica.ts';
import { aRitmo } from './ritmo.ts';

/** Answers at once, but for the two seconds after `/parar`, in which it hears nobody. */
const SERVIDOR = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  createServer((req, res) => {
    res.end();
    if (req.url === '/parar') setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000));
  }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;
let servidor: Worker;
let url: string;
beforeAll(async () => {
  servidor = new Worker(SERVIDOR, { eval: true });
  const [puerto] = (await once(servidor, 'message')) as [number];
  url = `http://127.0.0.1:${puerto}`;
});
afterAll(() => servidor.terminate());

const CUANTAS = 400;
const preguntar = (n: number) => pedir(`${url}${n === 100 ? '/parar' : '/'}`);

it('un servidor que se detiene dos segundos se ve en lo que esperaron todos los que debían llegar entonces', async () => {
  const tiempos = await aRitmo(100, CUANTAS, preguntar);
  // Two hundred were due while it heard nobody: half of them waited for a second or more.
  expect(tiempos.filter((t) => t > 950).length).toBeGreaterThan(80);
  const orden = tiempos.toSorted((a, b) => a - b);
  expect(percentil(orden, 0.95)).toBeGreaterThan(1_500);
});
