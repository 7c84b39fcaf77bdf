import { sql } from 'kysely';
import { enviarMensaje, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import { enmascarado, type Carta, type DocumentoSellado } from '../../sello/index.ts';
import { anotar } from '../anotar.ts';
import { casoConTurno, casoPorRadicado, type Caso } from '../consultas.ts';
import type { Entrega } from '../marcha.ts';
import { ANOTAR_ENTREGA } from './anotar-entrega.ts';
import { correoDelAcuse, correoDeLaDecision, correoDelRequerimiento, type Correo } from './correos.ts';
import {
  claveDelRequerimiento,
  enviosTerminados,
  finalesDe,
  requerimientoAbierto,
} from './estado-de-entrega.ts';

/** The acuse or the decision of a case, to the e-mail of the RUT; nothing when the person was told in another way. */
export async function cartaDelCaso(
  trx: Transaccion,
  d: DocumentoSellado,
  { asunto, urlPublica }: { asunto: 'acuse' | 'decision'; urlPublica: string },
): Promise<Carta | undefined> {
  const leido = await casoPorRadicado(trx, d.contenido.radicado ?? '');
  if (!leido) return undefined;
  const caso = await casoConTurno(trx, leido.id);
  const destino = await aQuien(trx, caso, { asunto, documento: d.id });
  if (!destino) return undefined;
  const verificar = `${urlPublica}/verificar/${d.idPublico}`;
  const correo = { acuse: correoDelAcuse, decision: correoDeLaDecision }[asunto];
  return { destino, alTerminar: ANOTAR_ENTREGA, ...correo(caso, { urlPublica, verificar }) };
}

/** Tells the person what they were asked to complete, unless that is done or under way, or they completed it. */
export async function entregarRequerimiento(trx: Transaccion, id: string, urlPublica: string): Promise<void> {
  const caso = await casoConTurno(trx, id);
  const pedido = requerimientoAbierto(caso);
  if (!pedido) return;
  const que = { asunto: 'requerimiento', documento: claveDelRequerimiento(pedido) } as const;
  await entregar(trx, caso, que, correoDelRequerimiento(caso, { urlPublica, hoy: trx.hoy }));
}

/** The message, and which of the case's sendings it is: its end will be an event. The case comes with its turn. */
async function entregar(
  trx: Transaccion,
  caso: Caso,
  que: Pick<Entrega, 'asunto' | 'documento'>,
  correo: Correo,
): Promise<void> {
  const { rows } = await sql<{ intentos: number }>`select count(*)::int as intentos from tramites.entrega
    where caso_id = ${caso.id} and documento = ${que.documento}`.execute(trx.bd);
  const intentos = rows[0]?.intentos ?? 0;
  if (intentos > enviosTerminados(caso, que.documento)) return;
  const destino = await aQuien(trx, caso, que);
  if (!destino) return;
  const mensaje = await enviarMensaje(trx, {
    canal: 'correo',
    destino,
    alTerminar: ANOTAR_ENTREGA,
    ...correo,
  });
  await sql`insert into tramites.entrega (mensaje_id, caso_id, asunto, documento, correo, intento)
    values (${mensaje}, ${caso.id}, ${que.asunto}, ${que.documento}, ${enmascarado(destino)}, ${intentos + 1})`.execute(
    trx.bd,
  );
}

/** The e-mail of the RUT, unless they were told already. Where there is none, that is what the case says. */
async function aQuien(
  trx: Transaccion,
  caso: Caso,
  que: Pick<Entrega, 'asunto' | 'documento'>,
): Promise<string | undefined> {
  if (finalesDe(caso, que.documento).at(-1)?.hecho === 'notificada') return undefined;
  const contacto = await contactoDeTitular(trx, caso.titular);
  if (contacto?.correo) return contacto.correo;
  await anotar(trx, caso, 'no-notificada', { ...que, correo: '', falla: 'sin-correo' });
  return undefined;
}
