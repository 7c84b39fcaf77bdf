import { writeSync } from 'node:fs';
import { Client } from 'pg';
import { ErrorBaseEmbebida, iniciarEmbebida } from '../../../src/plataforma/base-de-datos/embebida/index.ts';

/**
 * The least that a portal is for its database: it starts the server, says so in one JSON line and holds it
 * until SIGTERM. `consultar URL SQL` is what an intruder with a shell could do.
 */
const [orden = '', primero = '', segundo = ''] = process.argv.slice(2);

const decir = (valor: unknown): void => void writeSync(1, `${JSON.stringify(valor)}\n`);

try {
  if (orden.startsWith('iniciar')) {
    const inicio = performance.now();
    const base = await iniciarEmbebida({ directorio: primero, relevo: segundo, fsync: orden === 'iniciar' });
    process.once('SIGTERM', () => void base.detener());
    decir({ ...base, pid: process.pid, ms: performance.now() - inicio });
  } else {
    const cliente = new Client({ connectionString: primero });
    await cliente.connect();
    decir({ filas: (await cliente.query<Record<string, unknown>>(segundo)).rows });
    await cliente.end();
  }
} catch (error) {
  decir(
    error instanceof ErrorBaseEmbebida
      ? { codigo: error.codigo, mensaje: error.message, remedio: error.remedio }
      : { codigo: 'otro', mensaje: String(error) },
  );
  process.exitCode = 1;
}
