import { sql } from 'kysely';
import { llamar } from '../base-de-datos/index.ts';
import { borrarObjetos, type AlmacenObjetos } from '../archivos/index.ts';
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
      await llamar(trx, 'plataforma.crear_particiones', { desde: trx.hoy, meses: 3 });
    });
  },
});

/** Objects of removed files go from the store as well. */
export const trabajoLimpiezaDeObjetos = (objetos: AlmacenObjetos): Trabajo =>
  trabajo({
    nombre: 'plataforma.borrar-objetos',
    cron: '40 8 * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      const objetosBorrados = await enTransaccion((trx) => borrarObjetos(trx, objetos));
      if (objetosBorrados > 0) registro.info({ objetosBorrados }, 'objetos sin archivo borrados del almacen');
    },
  });
