import { sql } from 'kysely';
import { enviarMensaje, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import { anotar } from '../anotar.ts';
import { casoConTurno, casoPorRadicado, type Caso } from '../consultas.ts';
import { ACUSE } from '../documentos/acuse.ts';
import { DECISION } from '../documentos/decision.ts';
import type { Entrega } from '../marcha.ts';
import { ANOTAR_ENTREGA } from './anotar-entrega.ts';
import { correoDelAcuse, correoDeLaDecision, correoDelRequerimiento, type Correo } from './correos.ts';
import { claveDelRequerimiento, finalesDe, requerimientoAbierto } from './estado-de-entrega.ts';

/** Sends a sealed acuse or decision to the e-mail of the RUT, unless that is done or under way. */
export async function entregarDocumento(trx: Transaccion, id: string, urlPublica: string): Promise<void> {
  const { rows } = await sql<{
    tipo: string;
    contenido: { radicado?: string };
    id_publico: string;
    archivo_id: string | null;
  }>`select tipo, contenido, id_publico, archivo_id from sello.documentos where id = ${id}`.execute(trx.bd);
  const d = rows[0];
  if (!d?.archivo_id || (d.tipo !== ACUSE && d.tipo !== DECISION)) return;
  const leido = await casoPorRadicado(trx, d.contenido.radicado ?? '');
  if (!leido) return;
  const caso = await casoConTurno(trx, leido.id);
  const asunto = d.tipo === ACUSE ? 'acuse' : 'decision';
  const correo = { acuse: correoDelAcuse, decision: correoDeLaDecision }[asunto](caso, {
    urlPublica,
    verificar: `${urlPublica}/verificar/${d.id_publico}`,
    archivo: d.archivo_id,
  });
  await entregar(trx, caso, { asunto, documento: id }, correo);
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
  const finales = finalesDe(caso, que.documento);
  if (finales.at(-1)?.hecho === 'notificada') return;
  const { rows } = await sql<{ intentos: number }>`select count(*)::int as intentos from tramites.entrega
    where caso_id = ${caso.id} and documento = ${que.documento}`.execute(trx.bd);
  const intentos = rows[0]?.intentos ?? 0;
  const terminados = finales.filter((e) => e.datos.correo !== '').length;
  if (intentos > terminados) return;
  const contacto = await contactoDeTitular(trx, caso.titular);
  if (!contacto?.correo) {
    await anotar(trx, caso, 'no-notificada', { ...que, correo: '', falla: 'sin-correo' });
    return;
  }
  const mensaje = await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    alTerminar: ANOTAR_ENTREGA,
    ...correo,
  });
  await sql`insert into tramites.entrega (mensaje_id, caso_id, asunto, documento, correo, intento)
    values (${mensaje}, ${caso.id}, ${que.asunto}, ${que.documento}, ${enmascarado(contacto.correo)}, ${intentos + 1})`.execute(
    trx.bd,
  );
}

/** Enough for the person to know which address it was. */
const enmascarado = (correo: string): string => correo.replace(/^(.).*(@.*)$/, '$1…$2');
