import { sql } from 'kysely';
import { trabajo, type Trabajo } from '../plataforma/index.ts';

/** What slows nobody any more, challenges that nobody answered and browsers that did not come back go away at night. */
export const trabajoLimpiezaDeCuentas: Trabajo = trabajo({
  nombre: 'cuentas.limpiar-vencidos',
  cron: '40 8 * * *',
  async ejecutar(_, { enTransaccion }) {
    await enTransaccion(async (trx) => {
      const ayer = new Date(trx.ahora.getTime() - 86_400_000);
      await sql`delete from cuentas.freno where ultima < ${ayer}`.execute(trx.bd);
      await sql`delete from cuentas.reto where vence_en < ${ayer}`.execute(trx.bd);
      await sql`delete from cuentas.dispositivo where vence_en < ${trx.ahora}`.execute(trx.bd);
      await sql`delete from cuentas.totp where confirmado_en is null and creado_en < ${ayer}`.execute(trx.bd);
    });
  },
});
