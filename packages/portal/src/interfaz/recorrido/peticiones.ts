import { errores, type Claves, type Peticion, type Sesion } from '../../plataforma/index.ts';
import type { Recorrido } from './definicion.ts';
import { consultarAntes, guardarPaso, type EntradaPaso, type ResultadoPaso } from './guardar-paso.ts';
import { pasoDe } from './vueltas.ts';

/** Asks outside what must be asked, and then saves in one transaction. */
export async function consultarYGuardar<R extends object, H extends object>(
  def: Recorrido<R, H>,
  claves: Claves,
  p: Pick<Peticion, 'enTransaccion'>,
  e: EntradaPaso,
): Promise<ResultadoPaso<R, H>> {
  // Most steps ask nothing outside: they are spared the transaction that would find it out.
  const pregunta = pasoDe(def.pasos, e.paso)?.consultar !== undefined;
  const consultar = pregunta && (await p.enTransaccion((trx) => consultarAntes(trx, def, e)));
  const consulta = consultar ? await consultar() : undefined;
  return p.enTransaccion((trx) => guardarPaso(trx, def, claves, e, consulta));
}

/** Whose draft it is. @throws 401 without a session. */
export function exigirSesion(p: Pick<Peticion, 'sesion'>): Sesion {
  if (!p.sesion) throw errores.sinSesion();
  return p.sesion;
}
