import { sql } from 'kysely';
import type { Claves, Transaccion } from '../../plataforma/index.ts';
import { hashDeCorreo } from './guardar-paso.ts';

export interface BorradorAbierto {
  id_publico: string;
  creado_en: Date;
  guardado_en: Date;
}

/** Whether an e-mail has something to resume. The page answers alike in both cases. */
export async function hayBorradores(
  trx: Transaccion,
  claves: Claves,
  recorrido: string,
  correo: string,
): Promise<boolean> {
  const { rows } = await sql<{ hay: boolean }>`select interfaz.hay_borradores(${recorrido},
    ${hashDeCorreo(claves, correo)}, ${trx.ahora}) as hay`.execute(trx.bd);
  return rows[0]?.hay === true;
}

/**
 * Gives this session access to the open drafts of an e-mail, newest first.
 * Only after the code sent to that e-mail was right in this session.
 */
export async function buscarBorradores(
  trx: Transaccion,
  claves: Claves,
  recorrido: string,
  correo: string,
): Promise<BorradorAbierto[]> {
  const { rows } = await sql<BorradorAbierto>`select * from interfaz.retomar_borradores(${recorrido},
    ${hashDeCorreo(claves, correo)}, ${trx.ahora})`.execute(trx.bd);
  return rows;
}
