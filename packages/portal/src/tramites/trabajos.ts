import { sql } from 'kysely';
import { enviarMensaje, trabajo, type Trabajo, type Transaccion } from '../plataforma/index.ts';
import { contactoDeTitular } from '../rut/index.ts';
import { anotar } from './anotar.ts';
import { casoConTurno, casoPorRadicado } from './consultas.ts';
import { ACUSE } from './documentos/acuse.ts';
import { DECISION } from './documentos/decision.ts';
import { caminoDelCaso } from './escribir-en-caso.ts';
import { palabrasDe } from './palabras.ts';

export const ENTREGAR_DOCUMENTO = 'tramites.entregar-documento';

interface DocumentoSellado {
  tipo: string;
  contenido: { radicado?: string };
  id_publico: string;
  archivo_id: string | null;
}

/** Sends each sealed acuse and decision once, and ends what nobody completed in time. */
export function trabajosTramites(o: { urlPublica: string }): Trabajo[] {
  const entregar = trabajo<{ id: string }>({
    nombre: ENTREGAR_DOCUMENTO,
    ejecutar: ({ id }, { enTransaccion }) => enTransaccion((trx) => entregarDocumento(trx, id, o.urlPublica)),
  });
  const vencer = trabajo({
    nombre: 'tramites.vencer-requerimientos',
    cron: '10 6 * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      const vencidos = await enTransaccion(sinCompletar);
      for (const caso of vencidos) await enTransaccion((trx) => archivar(trx, caso));
      if (vencidos.length > 0)
        registro.info({ casos: vencidos.length }, 'solicitudes archivadas sin completar');
    },
  });
  return [entregar, vencer];
}

/** The e-mail with the PDF, and the fact that it went out: both or none. */
async function entregarDocumento(trx: Transaccion, id: string, urlPublica: string): Promise<void> {
  const { rows } = await sql<DocumentoSellado>`select tipo, contenido, id_publico, archivo_id
    from sello.documentos where id = ${id}`.execute(trx.bd);
  const d = rows[0];
  if (!d?.archivo_id || (d.tipo !== ACUSE && d.tipo !== DECISION)) return;
  const leido = await casoPorRadicado(trx, d.contenido.radicado ?? '');
  if (!leido) return;
  const caso = await casoConTurno(trx, leido.id);
  if (caso.eventos.some((e) => e.hecho === 'notificada' && e.datos.documento === id)) return;
  const contacto = await contactoDeTitular(trx, caso.titular);
  if (!contacto) return;
  const esAcuse = d.tipo === ACUSE;
  const dice = palabrasDe(caso.tipo.flujo);
  const estado = caso.tipo.flujo.estados[caso.marcha.estado];
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: esAcuse
      ? dice.abierto.asunto(caso.radicado)
      : dice.terminado.asunto(estado?.nombre ?? 'Decidida', caso.radicado),
    texto: [
      esAcuse
        ? dice.abierto.texto(caso.tipo.nombre, caso.radicado)
        : `${dice.terminado.texto(caso.tipo.nombre)}, radicado ${caso.radicado}: ${(estado?.nombre ?? '').toLowerCase()}.`,
      estado?.queSigue ?? '',
      esAcuse ? dice.adjunto : 'Adjuntamos la decisión con sus razones.',
      `Puede seguirlo en ${urlPublica}${caminoDelCaso(caso)}`,
      `Quien reciba el documento puede comprobarlo en ${urlPublica}/verificar/${d.id_publico}`,
    ].join('\n\n'),
    adjuntos: [{ nombre: `${esAcuse ? 'acuse' : 'decision'}-${caso.radicado}.pdf`, archivo: d.archivo_id }],
  });
  await anotar(trx, caso, 'notificada', {
    asunto: esAcuse ? 'acuse' : 'decision',
    documento: id,
    correo: enmascarado(contacto.correo),
  });
}

/** Enough for the person to know which address it was. */
const enmascarado = (correo: string): string => correo.replace(/^(.).*(@.*)$/, '$1…$2');

async function sinCompletar(trx: Transaccion): Promise<string[]> {
  const { rows } = await sql<{ caso_id: string }>`select caso_id from tramites.pendiente
    where turno = 'persona' and vence < ${trx.hoy} order by vence limit 1000`.execute(trx.bd);
  return rows.map((r) => r.caso_id);
}

async function archivar(trx: Transaccion, id: string): Promise<void> {
  const caso = await casoConTurno(trx, id);
  const pendiente = caso.marcha.requerimientos.find((r) => r.hasta === null);
  // Whoever completed it a moment before is in time.
  if (!pendiente || pendiente.limite >= trx.hoy) return;
  await anotar(trx, caso, 'vencida-sin-completar', { hasta: pendiente.limite });
}
