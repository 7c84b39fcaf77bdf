import { afterAll, beforeAll, expect, it } from 'vitest';
import { funcionario } from '../cuentas.ts';
import { abrirMundo, type Mundo } from '../mundo.ts';
import { azarDe } from './azar.ts';
import { fabrica, type Disparo, type Tokens } from './peticion.ts';

/** `npm run fuzz` asks for many, and with a seed of its own; here some, always the same. */
const PETICIONES = Number(process.env.FUZZ_PETICIONES ?? 2_000);
const SEMILLA = Number(process.env.FUZZ_SEMILLA ?? 20_261_130);
/** Looked at where that is what is measured, and not among other tests. */
const MAXIMO_MS = process.env.FUZZ_PETICIONES ? 2_000 : Infinity;

/** A tenth of a second for each and five minutes besides: a busy machine does not end a long run without its figures. */
const PLAZO_MS = 300_000 + PETICIONES * 100;

let m: Mundo;
let tokens: Tokens;
beforeAll(async () => {
  m = await abrirMundo();
  const roles = ['mesa-rut', 'video', 'devoluciones', 'pqsrd', 'supervisor', 'operador', 'auditor'] as const;
  const { n } = await funcionario(m.o, { usuario: 'de-todo', roles: [...roles] });
  const deFuncionario = n.galletas.get('sesion');
  const duena = m.duena.token;
  tokens = {
    todos: [undefined, m.visita, m.ajena.token, duena, deFuncionario],
    de: (r) => (r.acceso === 'funcionario' ? deFuncionario : r.acceso === 'visitante' ? m.visitante : duena),
  };
  await m.conPruebaFresca();
});
afterAll(() => m.o.cerrar());

interface Hallado {
  que: string;
  peticion: Disparo['peticion'];
  registro: string[];
}

it(
  `de ${PETICIONES} peticiones salidas de la tabla de rutas, ninguna es falla nuestra (semilla ${SEMILLA})`,
  async () => {
    const disparar = fabrica(m, tokens, azarDe(SEMILLA));
    const malas: Hallado[] = [];
    const estados = new Map<number, number>();
    let lenta = 0;
    for (let i = 0; i < PETICIONES; i++) {
      const { ruta, peticion } = disparar();
      const antes = m.o.registro.length;
      const desde = performance.now();
      const { statusCode } = await m.o.oficina.servidor.inject(peticion);
      const ms = performance.now() - desde;
      lenta = Math.max(lenta, ms);
      estados.set(statusCode, (estados.get(statusCode) ?? 0) + 1);
      if (statusCode >= 500 || ms > MAXIMO_MS)
        malas.push({
          que: `${ruta.metodo} ${ruta.camino}: ${statusCode} en ${Math.round(ms)} ms`,
          peticion,
          registro: m.o.registro.slice(antes).filter((l) => l.includes('"err"')),
        });
      // The log of a long run is of no use to anybody.
      if (m.o.registro.length > 10_000) m.o.registro.length = 0;
    }
    if (process.env.FUZZ_PETICIONES)
      process.stdout.write(
        `${PETICIONES} peticiones; la más lenta, ${Math.round(lenta)} ms; por estado: ${JSON.stringify(Object.fromEntries([...estados].sort(([a], [b]) => a - b)))}\n`,
      );
    expect(malas).toEqual([]);
    // Otherwise nobody came in, and nothing was tried.
    expect(estados.get(200) ?? 0).toBeGreaterThan(PETICIONES / 20);
  },
  PLAZO_MS,
);
