import { sql } from 'kysely';
import type { Archivos } from '../archivos/index.ts';
import { encolar, trabajo, type Trabajo } from '../trabajos/index.ts';
import type { Transaccion } from '../transaccion/index.ts';
import { ENVIAR, NADIE, type Adjunto, type FallaDeEnvio } from './mensajes.ts';
import { Rechazo, type Transporte } from './transportes.ts';

/** House rule: what nobody took in so long is given up, and whoever left it is told. The last tries are six hours apart. */
export const HORAS_DE_INTENTOS = 72;

export interface Transportes {
  correo: Transporte;
  sms: Transporte;
  archivos: Archivos;
}

interface Fila {
  canal: 'correo' | 'sms';
  destino: string;
  asunto: string | null;
  texto: string | null;
  adjuntos: Adjunto[];
  creado_en: Date;
  al_terminar: string | null;
  vence_en: Date | null;
}

/**
 * Sends one message. The row that says that it left is written after, so a process that dies between the two sends it
 * again, as the same mail (at least once), and its end is written and told once.
 */
export function trabajoEnviarMensaje(t: Transportes): Trabajo {
  return trabajo<{ id: string }>({
    nombre: ENVIAR,
    async ejecutar({ id }, { enTransaccion, registro }) {
      try {
        const falla = await enTransaccion((trx) => enviar(trx, t, id));
        if (falla) registro.warn({ mensaje: id }, 'el mensaje vencio antes de poder enviarse');
      } catch (error) {
        if (!(await enTransaccion((trx) => darPorPerdido(trx, id, error)))) throw error;
      }
    },
  });
}

/** @returns why it will never leave, if it is so. */
async function enviar(trx: Transaccion, t: Transportes, id: string): Promise<FallaDeEnvio | undefined> {
  const m = await pendiente(trx, id);
  if (!m) return undefined;
  if (m.vence_en && m.vence_en <= trx.ahora) return terminar(trx, id, m, 'vencido');
  const transporte = t[m.canal];
  const sale = m.destino !== NADIE;
  const referencia = sale ? await transporte.enviar({ id, ...(await enteros(trx, t, m)) }) : undefined;
  await sql`update plataforma.mensaje set enviado_en = ${trx.ahora}, referencia = ${referencia ?? null},
    texto = case when ${sale && !transporte.externo} then texto end,
    asunto = case when ${sale} then asunto end where id = ${id}`.execute(trx.bd);
  await avisarDelFinal(trx, id, m);
  return undefined;
}

/** @returns whether it was given up: otherwise it is tried again. */
async function darPorPerdido(trx: Transaccion, id: string, error: unknown): Promise<boolean> {
  const m = await pendiente(trx, id);
  if (!m) return false;
  const tarde = trx.ahora.getTime() - m.creado_en.getTime() > HORAS_DE_INTENTOS * 3_600_000;
  const falla: FallaDeEnvio | undefined =
    error instanceof Rechazo ? 'rechazado' : tarde ? 'sin-respuesta' : undefined;
  if (!falla) return false;
  await terminar(trx, id, m, falla);
  return true;
}

async function terminar(trx: Transaccion, id: string, m: Fila, falla: FallaDeEnvio): Promise<FallaDeEnvio> {
  await sql`update plataforma.mensaje set fallido_en = ${trx.ahora}, falla = ${falla}, texto = null
    where id = ${id}`.execute(trx.bd);
  await avisarDelFinal(trx, id, m);
  return falla;
}

async function pendiente(trx: Transaccion, id: string): Promise<Fila | undefined> {
  const { rows } =
    await sql<Fila>`select canal, destino, asunto, texto, adjuntos, creado_en, al_terminar, vence_en
    from plataforma.mensaje
    where id = ${id} and enviado_en is null and fallido_en is null for update`.execute(trx.bd);
  return rows[0];
}

async function enteros(trx: Transaccion, t: Transportes, m: Fila) {
  const adjuntos: { nombre: string; contenido: Buffer }[] = [];
  for (const { nombre, archivo } of m.adjuntos)
    adjuntos.push({ nombre, contenido: (await t.archivos.leer(trx, archivo)).contenido });
  return { destino: m.destino, asunto: m.asunto ?? '', texto: m.texto ?? '', adjuntos };
}

async function avisarDelFinal(trx: Transaccion, id: string, m: Fila): Promise<void> {
  if (m.al_terminar) await encolar(trx, m.al_terminar, { id }, { clave: `${m.al_terminar}:${id}` });
}
