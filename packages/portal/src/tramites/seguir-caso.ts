import { sql } from 'kysely';
import { errores, type Transaccion } from '../plataforma/index.ts';
import { anotar } from './anotar.ts';
import { casoConTurno, type Caso } from './consultas.ts';
import { auditarCaso } from './repartir-casos.ts';

/** A case of the person's, with its turn taken. @throws 404 when it is not theirs. */
export async function casoDePersona(
  trx: Transaccion,
  e: { radicado: string; titular: string },
): Promise<Caso> {
  const { rows } = await sql<{ id: string }>`select id from tramites.caso
    where radicado = ${e.radicado} and titular_id = ${e.titular}`.execute(trx.bd);
  if (!rows[0]) throw errores.noEncontrado();
  return casoConTurno(trx, rows[0].id);
}

/** The person withdraws what they asked, at any time before it is decided (Ley 1437 de 2011, art. 18). */
export async function desistir(
  trx: Transaccion,
  e: { radicado: string; titular: string; motivo: string },
): Promise<Caso> {
  const caso = await casoDePersona(trx, e);
  await auditarCaso(trx, 'tramites.desistir', caso);
  return anotar(trx, caso, 'desistida', { motivo: e.motivo });
}
