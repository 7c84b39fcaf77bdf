// Preloaded into the office (node --import): writes to GRABAR_EN each statement with its values and its rows, one
// JSON line each, before whoever sent it goes on. The reference repeats them.
import { appendFileSync } from 'node:fs';
import { env } from 'node:process';
import pg from 'pg';

const original = pg.Client.prototype.query;

// A pool sends what is sent through it alone with a function to answer to; whoever holds a connection gets a promise.
pg.Client.prototype.query = function (texto, valores, alResponder, ...resto) {
  if (typeof texto !== 'string') return original.call(this, texto, valores, alResponder, ...resto);
  if (typeof alResponder === 'function')
    return original.call(this, texto, valores, (error, r) => {
      if (!error) anotar(texto, valores, r);
      alResponder(error, r);
    });
  const respuesta = original.call(this, texto, valores, alResponder, ...resto);
  if (typeof respuesta?.then !== 'function') return respuesta;
  return respuesta.then((r) => {
    anotar(texto, valores, r);
    return r;
  });
};

function anotar(texto, valores, r) {
  const filas = (r.rows ?? []).map((fila) =>
    Object.fromEntries(Object.entries(fila).map(([columna, valor]) => [columna, codificar(valor)])),
  );
  const linea = { texto, valores: (valores ?? []).map(codificar), filas };
  appendFileSync(env.GRABAR_EN, `${JSON.stringify(linea)}\n`);
}

function codificar(valor) {
  if (valor instanceof Uint8Array) return { hex: valor.toString('hex') };
  if (valor instanceof Date) return { ms: valor.getTime() };
  if (typeof valor === 'bigint') return valor.toString();
  if (typeof valor === 'object' && valor !== null) return { json: valor };
  return valor ?? null;
}
