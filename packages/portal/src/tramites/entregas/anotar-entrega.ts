import { fechaEnBogota } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { suerteDelMensaje, type Transaccion } from '../../plataforma/index.ts';
import { entregaDeMensaje } from '../../sello/index.ts';
import { anotar } from '../anotar.ts';
import { casoConTurno, casoPorRadicado } from '../consultas.ts';
import { ACUSE } from '../documentos/tipos.ts';
import type { Entrega } from '../marcha.ts';
import { limiteParaCompletar } from '../reloj.ts';
import { esDelAbierto, enviosTerminados } from './estado-de-entrega.ts';

/** Job that hears how a message of a case ended. */
export const ANOTAR_ENTREGA = 'tramites.anotar-entrega';

/**
 * Writes in the case that the mail server took what was sent, with the time at which it did, or that it never will.
 * Once a message: of a repeated job the second finds it written.
 */
export async function anotarEntrega(trx: Transaccion, mensaje: string): Promise<void> {
  const suerte = await suerteDelMensaje(trx, mensaje);
  if (!suerte) return;
  const enviado = (await delCaso(trx, mensaje)) ?? (await delDocumento(trx, mensaje));
  if (!enviado) return;
  const { caso: id, intento, ...que } = enviado;
  const caso = await casoConTurno(trx, id);
  if (enviosTerminados(caso, que.documento) >= intento) return;
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

type Enviado = Entrega & { caso: string; intento: number };

/** What the case sent by itself: what is asked of the person. */
async function delCaso(trx: Transaccion, mensaje: string): Promise<Enviado | undefined> {
  const { rows } = await sql<Enviado>`select caso_id as caso, asunto, documento, correo, intento
    from tramites.entrega where mensaje_id = ${mensaje}`.execute(trx.bd);
  return rows[0];
}

async function delDocumento(trx: Transaccion, mensaje: string): Promise<Enviado | undefined> {
  const entrega = await entregaDeMensaje(trx, mensaje);
  const caso = entrega && (await casoPorRadicado(trx, entrega.documento.contenido.radicado ?? ''));
  if (!caso) return undefined;
  return {
    caso: caso.id,
    asunto: entrega.documento.tipo === ACUSE ? 'acuse' : 'decision',
    documento: entrega.documento.id,
    correo: entrega.destino,
    intento: entrega.intento,
  };
}
