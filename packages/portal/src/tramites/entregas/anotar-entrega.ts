import { fechaEnBogota } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { suerteDelMensaje, type Transaccion } from '../../plataforma/index.ts';
import { anotar } from '../anotar.ts';
import { casoConTurno } from '../consultas.ts';
import type { Entrega } from '../marcha.ts';
import { limiteParaCompletar } from '../reloj.ts';
import { esDelAbierto, finalesDe } from './estado-de-entrega.ts';

/** Job that hears how a message of a case ended. */
export const ANOTAR_ENTREGA = 'tramites.anotar-entrega';

/**
 * Writes in the case that the mail server took what was sent, with the time at which it did, or that it never will.
 * Once a message: of a repeated job the second finds it written.
 */
export async function anotarEntrega(trx: Transaccion, mensaje: string): Promise<void> {
  const suerte = await suerteDelMensaje(trx, mensaje);
  if (!suerte) return;
  const { rows } = await sql<
    Entrega & { caso: string; intento: number }
  >`select caso_id as caso, asunto, documento, correo, intento
    from tramites.entrega where mensaje_id = ${mensaje}`.execute(trx.bd);
  if (!rows[0]) return;
  const { caso: id, intento, ...que } = rows[0];
  const caso = await casoConTurno(trx, id);
  if (finalesDe(caso, que.documento).filter((e) => e.datos.correo !== '').length >= intento) return;
  if ('falla' in suerte) {
    await anotar(trx, caso, 'no-notificada', { ...que, falla: suerte.falla }, suerte.fallidoEn);
    return;
  }
  // Whoever was told later has the whole month from then (Ley 1437 de 2011, art. 17).
  const hasta =
    esDelAbierto(caso, que.documento) &&
    limiteParaCompletar(caso.tipo.flujo, fechaEnBogota(suerte.enviadoEn));
  await anotar(trx, caso, 'notificada', { ...que, ...(hasta && { hasta }) }, suerte.enviadoEn);
}
