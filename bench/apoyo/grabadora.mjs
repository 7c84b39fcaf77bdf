// Preloaded into the office (node --import): writes to GRABAR_EN each statement with its values and its rows, one
// JSON line each, before whoever sent it goes on. The reference repeats them.
import { appendFileSync } from 'node:fs';
import { env } from 'node:process';
import pg from 'pg';

const original = pg.Client.prototype.query;

pg.Client.prototype.query = function (texto, valores, ...resto) {
  const respuesta = original.call(this, texto, valores, ...resto);
  if (typeof texto !== 'string' || typeof respuesta?.then !== 'function') return respuesta;
  return respuesta.then((r) => {
    const filas = (r.rows ?? []).map((fila) =>
      Object.fromEntries(Object.entries(fila).map(([columna, valor]) => [columna, codificar(valor)])),
    );
    const linea = { texto, valores: (valores ?? []).map(codificar), filas };
    appendFileSync(env.GRABAR_EN, `${JSON.stringify(linea)}\n`);
    return r;
  });
};

function codificar(valor) {
  if (valor instanceof Uint8Array) return { hex: valor.toString('hex') };
  if (valor instanceof Date) return { ms: valor.getTime() };
  if (typeof valor === 'bigint') return valor.toString();
  if (typeof valor === 'object' && valor !== null) return { json: valor };
  return valor ?? null;
}
