import type { OpcionSimple } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import {
  auditar,
  errores,
  idPublico,
  titularDe,
  uuidv7,
  type Formulario,
  type Transaccion,
} from '../../plataforma/index.ts';

/** An option to enter the SIMPLE or to leave it: waiting for its signature, or done. */
export interface Opcion {
  id: string;
  idPublico: string;
  que: OpcionSimple;
  anio: number;
  /** As the form wrote them. */
  respuestas: Formulario;
  hecha: { acto: string; version: string; en: Date } | undefined;
}

interface Fila {
  id: string;
  id_publico: string;
  que: OpcionSimple;
  anio: number;
  respuestas: unknown;
  acto_id: string | null;
  version_id: string | null;
  hecha_en: Date | null;
}

const COLUMNAS = sql.raw(
  'id, id_publico, que, anio, respuestas, acto_id, version_id, hecha_en from declaraciones.opcion_simple',
);

const deFila = (f: Fila): Opcion => ({
  id: f.id,
  idPublico: f.id_publico,
  que: f.que,
  anio: f.anio,
  respuestas: f.respuestas as Formulario,
  hecha:
    f.acto_id && f.version_id && f.hecha_en
      ? { acto: f.acto_id, version: f.version_id, en: f.hecha_en }
      : undefined,
});

/** An option of the taxpayer for whom the transaction acts. @throws 404 when it is not theirs */
export async function opcionDe(trx: Transaccion, publico: string): Promise<Opcion> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where id_publico = ${publico} and titular_id = plataforma.actor_titular()`.execute(trx.bd);
  if (!rows[0]) throw errores.noEncontrado();
  return deFila(rows[0]);
}

/** What is answered waits for its signature; answering again changes what waits. @returns its public identifier */
export async function prepararOpcion(
  trx: Transaccion,
  o: { que: OpcionSimple; anio: number; respuestas: Formulario },
): Promise<string> {
  const { rows } = await sql<{ id_publico: string }>`
    insert into declaraciones.opcion_simple (id, id_publico, titular_id, que, anio, respuestas, preparada_en)
    values (${uuidv7(trx.ahora)}, ${idPublico()}, ${titularDe(trx)}, ${o.que}, ${o.anio},
      ${JSON.stringify(o.respuestas)}::jsonb, ${trx.ahora})
    on conflict (titular_id, que, anio) where acto_id is null
      do update set respuestas = excluded.respuestas, preparada_en = excluded.preparada_en
    returning id_publico`.execute(trx.bd);
  const [fila] = rows;
  if (!fila) throw new Error('The option that was just prepared is not visible');
  await auditar(trx, { accion: 'declaraciones.preparar-regimen', objeto: `opcion:${fila.id_publico}` });
  return fila.id_publico;
}

/** The option that was carried out last. */
export async function ultimaHecha(trx: Transaccion): Promise<Opcion | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where titular_id = plataforma.actor_titular() and acto_id is not null order by hecha_en desc limit 1`.execute(
    trx.bd,
  );
  return rows[0] && deFila(rows[0]);
}
