import { sql } from 'kysely';
import {
  enviarMensaje,
  MENSAJE_COMPROBACION,
  REGLAS_CODIGO,
  type Comprobacion,
  type Sesion,
  type SinEmitir,
  type Transaccion,
} from '../plataforma/index.ts';
import { canalesDe, type Canal } from './canales.ts';
import type { EntornoFirma } from './entorno.ts';
import { rechazo, type Rechazo } from './errores.ts';

const PROPOSITO = 'firma.clave-dinamica';

interface PedidoDeClave {
  sesion: Sesion;
  canal: Canal;
  /** Hash of what the person has before their eyes: the key signs that and no other. */
  mostrado: string;
  /** What they are signing, for the message. */
  titulo: string;
}

type ClavePedida = { ok: true; espere?: SinEmitir } | Rechazo;

/** Sends a dynamic key for what is being shown (R. DIAN 139/2023 art. 5: to the e-mail or by SMS). */
export async function pedirClaveDinamica(
  trx: Transaccion,
  e: Pick<EntornoFirma, 'codigos'>,
  p: PedidoDeClave,
): Promise<ClavePedida> {
  const { admitidos } = await canalesDe(trx);
  const canal = admitidos.find((uno) => uno.canal === p.canal);
  if (!canal) {
    return rechazo('clave-dinamica', 'Elija a dónde le enviamos la clave dinámica.', { campo: 'canal' });
  }
  const emision = await e.codigos.emitir(trx, p.sesion.id, PROPOSITO, canal.destino);
  if (emision.tipo !== 'emitido') return { ok: true, espere: emision };
  await sql`insert into firma.clave_dinamica (sesion_id, mostrado, canal, pedida_en)
    values (${p.sesion.id}, decode(${p.mostrado}, 'hex'), ${p.canal}, ${trx.ahora})
    on conflict (sesion_id) do update set mostrado = excluded.mostrado, canal = excluded.canal,
      pedida_en = excluded.pedida_en`.execute(trx.bd);
  const texto = `Su clave dinámica es ${emision.codigo}. Es un código de un solo uso para firmar «${p.titulo}» y sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos. No se lo dé a nadie: si usted no está firmando, cambie la contraseña de su firma.`;
  await enviarMensaje(
    trx,
    p.canal === 'sms'
      ? { canal: 'sms', destino: canal.destino, texto, vence: emision.vence }
      : {
          canal: 'correo',
          destino: canal.destino,
          asunto: `${emision.codigo} es su clave dinámica para firmar`,
          texto,
          vence: emision.vence,
        },
  );
  return { ok: true };
}

/** The key asked for in this session for what is being shown, while it may still serve. */
export async function clavePedida(
  trx: Transaccion,
  sesion: Sesion,
  mostrado: string,
): Promise<{ canal: Canal; pedidaEn: Date } | undefined> {
  const f = await filaDe(trx, sesion);
  const limite = trx.ahora.getTime() - REGLAS_CODIGO.vigenciaMinutos * 60_000;
  return f && f.mostrado === mostrado && f.pedida_en.getTime() > limite
    ? { canal: f.canal, pedidaEn: f.pedida_en }
    : undefined;
}

type ClaveUsada = { ok: true; canal: Canal; enmascarado: string; pedidaEn: Date } | Rechazo;

/** Uses up a dynamic key. Of parallel attempts with the same one exactly one is answered `ok`. */
export async function usarClaveDinamica(
  trx: Transaccion,
  e: Pick<EntornoFirma, 'codigos'>,
  p: { sesion: Sesion; persona: string; mostrado: string; escrita: string },
): Promise<ClaveUsada> {
  const no = (motivo: Exclude<Comprobacion, 'correcto'>) =>
    rechazo('clave-dinamica', MENSAJE_COMPROBACION[motivo], { campo: 'codigo' });
  const pedida = await filaDe(trx, p.sesion);
  if (!pedida) return no('sin-codigo');
  if (pedida.mostrado !== p.mostrado) {
    return rechazo('otro-acto', 'Esa clave dinámica se pidió para firmar otra cosa. Pida una para esta.', {
      campo: 'codigo',
    });
  }
  const canal = (await canalesDe(trx)).admitidos.find((uno) => uno.canal === pedida.canal);
  if (!canal) return no('sin-codigo');
  const dicho = await e.codigos.comprobar(trx, p.sesion.id, PROPOSITO, canal.destino, p.escrita);
  if (dicho !== 'correcto') return no(dicho);
  await sql`insert into firma.confirmacion (persona_id, canal, confirmado_en)
    values (${p.persona}, ${canal.canal}, ${trx.ahora})
    on conflict (persona_id, canal) do update set confirmado_en = excluded.confirmado_en`.execute(trx.bd);
  return { ok: true, canal: canal.canal, enmascarado: canal.enmascarado, pedidaEn: pedida.pedida_en };
}

async function filaDe(trx: Transaccion, sesion: Sesion) {
  const { rows } = await sql<{ mostrado: string; canal: Canal; pedida_en: Date }>`
    select encode(mostrado, 'hex') as mostrado, canal, pedida_en from firma.clave_dinamica
    where sesion_id = ${sesion.id}`.execute(trx.bd);
  return rows[0];
}
