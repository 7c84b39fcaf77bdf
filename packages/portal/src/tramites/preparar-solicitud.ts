import type { Json } from '@autogestion/documentos';
import { sql } from 'kysely';
import { auditar, idPublico, uuidv7, type Transaccion } from '../plataforma/index.ts';
import { TIPOS_DE_CASO } from './tipos.ts';

interface SolicitudNueva {
  tipo: string;
  titular: string;
  solicitud: Json;
  /** The draft it comes from: one draft makes one request. */
  clave: string;
}

/**
 * Leaves a complete request waiting for its signature. Asking twice with the same key gives the same one.
 * @throws ZodError for what is not a request of that kind: a mistake of the capability.
 */
export async function prepararSolicitud(
  trx: Transaccion,
  n: SolicitudNueva,
): Promise<{ id: string; idPublico: string }> {
  trx.casa.uno(TIPOS_DE_CASO, n.tipo).esquema.parse(n.solicitud);
  const id = uuidv7(trx.ahora);
  const { rows } = await sql<{ id: string }>`insert into tramites.solicitud
      (id, id_publico, tipo, titular_id, solicitud, clave, creada_en)
    values (${id}, ${idPublico()}, ${n.tipo}, ${n.titular}, ${JSON.stringify(n.solicitud)}::jsonb, ${n.clave}, ${trx.ahora})
    on conflict (clave) do nothing returning id`.execute(trx.bd);
  if (rows.length > 0) {
    await auditar(trx, {
      accion: 'tramites.preparar-solicitud',
      persona: n.titular,
      objeto: `solicitud:${id}`,
      datos: { tipo: n.tipo },
    });
  }
  const guardada = await sql<{ id: string; id_publico: string }>`select id, id_publico from tramites.solicitud
    where clave = ${n.clave}`.execute(trx.bd);
  const s = guardada.rows[0];
  if (!s) throw new Error('The request that was just prepared is not visible to who prepared it');
  return { id: s.id, idPublico: s.id_publico };
}
