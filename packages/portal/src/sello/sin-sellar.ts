import { sql } from 'kysely';
import { auditar, encolar, llamada, type Transaccion } from '../plataforma/index.ts';
import { SELLAR } from './documentos.ts';

/** A document that is issued, or an act that is signed, whose PDF does not exist yet. */
export interface SinSellar {
  id: string;
  tipo: string;
  emitidoEn: Date;
  /** Times that its job failed. */
  intentos: number;
  /** The job gave up: nobody will try again unless told. */
  rendido: boolean;
}

const LIMITE = 200;

/** The oldest first; empty for whoever is not an official. */
export async function documentosSinSellar(trx: Transaccion): Promise<SinSellar[]> {
  const { rows } = await sql<Omit<SinSellar, 'emitidoEn'> & { emitido_en: Date }>`
    select id, tipo, emitido_en, intentos, rendido from ${llamada('sello.sin_sellar', { limite: LIMITE })}`.execute(
    trx.bd,
  );
  return rows.map(({ emitido_en, ...d }) => ({ ...d, emitidoEn: emitido_en }));
}

/** Tries again now, from the first attempt. One that was sealed meanwhile is left as it is by its job. */
export async function sellarOtraVez(trx: Transaccion): Promise<number> {
  const pendientes = await documentosSinSellar(trx);
  for (const { id } of pendientes) await encolar(trx, SELLAR, { id }, { clave: `${SELLAR}:${id}` });
  await auditar(trx, { accion: 'sello.sellar-otra-vez', datos: { documentos: pendientes.length } });
  return pendientes.length;
}
