import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import { funcionarioDe } from '../atender-caso.ts';

/** Whether the official wants the mail of the morning; they do until they say no. */
export async function quiereAvisos(trx: Transaccion): Promise<boolean> {
  const { rows } =
    await sql`select 1 from tramites.sin_aviso where funcionario_id = ${funcionarioDe(trx)}`.execute(trx.bd);
  return rows.length === 0;
}

export async function elegirAvisos(trx: Transaccion, quiere: boolean): Promise<void> {
  const yo = funcionarioDe(trx);
  if (quiere) await sql`delete from tramites.sin_aviso where funcionario_id = ${yo}`.execute(trx.bd);
  else
    await sql`insert into tramites.sin_aviso (funcionario_id, desde) values (${yo}, ${trx.ahora}) on conflict do nothing`.execute(
      trx.bd,
    );
}
