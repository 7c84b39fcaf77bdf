import { sql } from 'kysely';
import { MENSAJE_COMPROBACION, type Sesion, type Transaccion } from '../../plataforma/index.ts';
import type { Contexto } from '../contexto.ts';
import { factoresDe } from '../factores.ts';
import { PROPOSITO_ENTRADA } from './pedir-codigo-de-entrada.ts';
import { seguirEntrando, type Entrada, type Navegador } from './seguir-entrando.ts';

/** Second half: the code. It is a first factor, as the password is: where there is a second one it is asked for. */
export async function entrarConCodigo(
  trx: Transaccion,
  c: Contexto,
  e: { codigo: string; visita: Sesion; navegador: Navegador },
): Promise<Entrada> {
  const { rows } = await sql<{
    titular_id: string | null;
    destino: string;
  }>`select titular_id, destino from cuentas.entrada
    where sesion_id = ${e.visita.id} and falta = 'codigo'`.execute(trx.bd);
  const entrada = rows[0];
  const destino = entrada?.destino ?? 'nadie@sin-rut.invalid';
  const comprobacion = await c.codigos.comprobar(trx, e.visita.id, PROPOSITO_ENTRADA, destino, e.codigo);
  if (comprobacion !== 'correcto') return { tipo: 'no', mensaje: MENSAJE_COMPROBACION[comprobacion] };
  // Nobody can have read a code that was sent nowhere; a lucky guess of it opens nothing.
  if (!entrada?.titular_id) return { tipo: 'no', mensaje: MENSAJE_COMPROBACION.incorrecto };
  return seguirEntrando(trx, {
    visita: e.visita,
    cuenta: { id: entrada.titular_id, clase: 'persona' },
    primero: destino.includes('@') ? 'correo' : 'sms',
    factores: await factoresDe(trx, entrada.titular_id),
    navegador: e.navegador,
  });
}
