import { sql } from 'kysely';
import {
  abrirSesion,
  auditar,
  cerrarSesion,
  MENSAJE_COMPROBACION,
  type Codigos,
  type Sesion,
  type Transaccion,
} from '../plataforma/index.ts';
import { PROPOSITO_ENTRADA } from './pedir-codigo-de-entrada.ts';

export type Entrada = { tipo: 'dentro'; sesion: Sesion; titular: string } | { tipo: 'no'; mensaje: string };

/** Second half: the code. A right one opens a new session; the visitor's is closed. */
export async function entrarConCodigo(
  trx: Transaccion,
  codigos: Codigos,
  e: { codigo: string; sesion: Sesion },
): Promise<Entrada> {
  const { rows } = await sql<{ titular_id: string | null; destino: string }>`
    select titular_id, destino from cuentas.entrada where sesion_id = ${e.sesion.id}`.execute(trx.bd);
  const entrada = rows[0];
  const destino = entrada?.destino ?? 'nadie@sin-rut.invalid';
  const comprobacion = await codigos.comprobar(trx, e.sesion.id, PROPOSITO_ENTRADA, destino, e.codigo);
  if (comprobacion !== 'correcto') return { tipo: 'no', mensaje: MENSAJE_COMPROBACION[comprobacion] };
  // Nobody can have read a code that was sent nowhere; a lucky guess of it opens nothing.
  if (!entrada?.titular_id) return { tipo: 'no', mensaje: MENSAJE_COMPROBACION.incorrecto };
  await sql`delete from cuentas.entrada where sesion_id = ${e.sesion.id}`.execute(trx.bd);
  await cerrarSesion(trx, e.sesion.token);
  const sesion = await abrirSesion(trx, e.sesion.medio, entrada.titular_id);
  await auditar(trx, {
    accion: 'cuentas.entrar',
    persona: entrada.titular_id,
    objeto: `sesion:${sesion.id}`,
  });
  return { tipo: 'dentro', sesion, titular: entrada.titular_id };
}
