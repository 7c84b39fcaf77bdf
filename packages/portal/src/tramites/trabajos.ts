import { sql } from 'kysely';
import { trabajo, type Trabajo, type Transaccion } from '../plataforma/index.ts';
import { anotar } from './anotar.ts';
import { trabajoAvisarTrabajo } from './avisos/avisar-trabajo.ts';
import { casoConTurno } from './consultas.ts';
import { ANOTAR_ENTREGA, anotarEntrega } from './entregas/anotar-entrega.ts';
import { entregarRequerimiento } from './entregas/entregar.ts';
import { sinEntregar } from './entregas/estado-de-entrega.ts';
import { ENTREGAR_REQUERIMIENTO } from './entregas/notificar-de-otro-modo.ts';

/** Sends what a case says to its person, writes how that ended, and hands the desk what nobody completed in time. */
export function trabajosTramites(o: { urlPublica: string }): Trabajo[] {
  const conId = (nombre: string, hacer: (trx: Transaccion, id: string) => Promise<void>) =>
    trabajo<{ id: string }>({
      nombre,
      ejecutar: ({ id }, { enTransaccion }) => enTransaccion((trx) => hacer(trx, id)),
    });
  const vencer = trabajo({
    nombre: 'tramites.vencer-requerimientos',
    cron: '10 6 * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      const vencidos = await enTransaccion(sinCompletar);
      for (const caso of vencidos) await enTransaccion((trx) => vencerRequerimiento(trx, caso));
      if (vencidos.length > 0)
        registro.info({ casos: vencidos.length }, 'solicitudes sin completar que pasan a archivarse');
    },
  });
  return [
    conId(ENTREGAR_REQUERIMIENTO, (trx, id) => entregarRequerimiento(trx, id, o.urlPublica)),
    conId(ANOTAR_ENTREGA, anotarEntrega),
    trabajoAvisarTrabajo(o),
    vencer,
  ];
}

async function sinCompletar(trx: Transaccion): Promise<string[]> {
  const { rows } = await sql<{ caso_id: string }>`select caso_id from tramites.pendiente
    where turno = 'persona' and vence < ${trx.hoy} order by vence limit 1000`.execute(trx.bd);
  return rows.map((r) => r.caso_id);
}

/** To the desk: an official declares it, in a reasoned act (Ley 1437 de 2011, art. 17). */
async function vencerRequerimiento(trx: Transaccion, id: string): Promise<void> {
  const caso = await casoConTurno(trx, id);
  const pendiente = caso.marcha.requerimientos.find((r) => r.hasta === null);
  // Whoever completed it a moment before is in time.
  if (!pendiente || pendiente.limite >= trx.hoy) return;
  // Nobody loses a request for not answering what they were not told.
  if (sinEntregar(caso).some((s) => s.asunto === 'requerimiento')) return;
  await anotar(trx, caso, 'vencida-sin-completar', { hasta: pendiente.limite });
}
