import { sql } from 'kysely';
import { trabajo, type Trabajo } from '../trabajos/index.ts';

/** What expired goes away at night, and next months' partitions of the audit are made. */
export const trabajoLimpieza: Trabajo = trabajo({
  nombre: 'plataforma.limpiar-vencidos',
  cron: '20 8 * * *',
  async ejecutar(_, { enTransaccion }) {
    await enTransaccion(async (trx) => {
      const hace = (dias: number) => new Date(trx.ahora.getTime() - dias * 86_400_000);
      await sql`delete from plataforma.cuerpo_guardado where vence_en < ${trx.ahora}`.execute(trx.bd);
      await sql`delete from plataforma.sesion where vence_en < ${hace(30)}`.execute(trx.bd);
      await sql`delete from plataforma.envio_codigo where enviado_en < ${hace(2)}`.execute(trx.bd);
      await sql`delete from plataforma.intento where desde < ${hace(2)}`.execute(trx.bd);
      await sql`delete from plataforma.mensaje where coalesce(enviado_en, fallido_en) < ${hace(30)}`.execute(
        trx.bd,
      );
      await sql`select plataforma.crear_particiones(${trx.hoy}, 3)`.execute(trx.bd);
    });
  },
});
