import { sql } from 'kysely';
import { auditar, idPublico, llamar, titularDe, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { borradorAbierto, type Borrador } from './borradores.ts';
import type { Contenido } from './contenido.ts';

interface CualDeclaracion {
  formulario: string;
  anio: number;
  periodo: string;
  /** The return that it corrects, and with what it begins. */
  corrige?: { id: string; contenido: Contenido };
}

/** The open draft of a form, year and period; begun if there was none, also when two devices begin at once. */
export async function abrirBorrador(trx: Transaccion, cual: CualDeclaracion): Promise<Borrador> {
  const abierto = await borradorAbierto(trx, cual);
  if (abierto) return abierto;
  const { formulario, anio, periodo, corrige } = cual;
  const id = uuidv7(trx.ahora);
  const numero = await llamar(trx, 'declaraciones.nuevo_numero', { formulario });
  await sql`insert into declaraciones.borrador (id, id_publico, titular_id, formulario, anio, periodo, numero, corrige_id,
      contenido, empezado_en, cambiado_en)
    values (${id}, ${idPublico()}, ${titularDe(trx)}, ${formulario}, ${anio}, ${periodo}, ${numero}, ${corrige?.id ?? null},
      ${JSON.stringify(corrige?.contenido ?? {})}::jsonb, ${trx.ahora}, ${trx.ahora})
    on conflict (titular_id, formulario, anio, periodo) where presentada_id is null and descartado_en is null
    do nothing`.execute(trx.bd);
  const suyo = await borradorAbierto(trx, cual);
  if (!suyo) throw new Error('The draft that was just begun is not visible');
  if (suyo.id === id)
    await auditar(trx, { accion: 'declaraciones.empezar', objeto: `borrador:${id}`, datos: { formulario } });
  return suyo;
}
