import { formatoDeExogena } from '@autogestion/normas/exogena';
import { sql } from 'kysely';
import { idPublico, sha256, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { abrirAnio, EscritorDeRegistros } from './escribir-registros.ts';

interface Sembrada {
  informante: { nit: string; nombre: string };
  /** Who delivers, where they are in the RUT. */
  titular?: string;
  formato: string;
  anio: number;
  registros: readonly {
    tipo: string;
    numero: string;
    concepto: string;
    /** By the name that the format gives each column. */
    campos: Readonly<Record<string, number | string>>;
  }[];
}

/**
 * A delivery of the demonstration, that nobody signed: in force at once, and fictional for whoever reads it. Of the same
 * reporter, format and year there is one, to which what comes later is added. @param trx of the owner's role
 */
export async function sembrarEntrega(trx: Transaccion, s: Sembrada): Promise<void> {
  const formato = formatoDeExogena(s.formato);
  if (!formato || s.registros.length === 0) return;
  await abrirAnio(trx, s.anio);
  const antes = await sql<{
    id: string;
    registros: number;
  }>`select id, coalesce(registros, 0) as registros from terceros.entrega
    where ficticia and presentada_en is not null and informante_nit = ${s.informante.nit} and anio = ${s.anio}
      and formato = ${s.formato} and titular_id is not distinct from ${s.titular ?? null} limit 1 for update`.execute(
    trx.bd,
  );
  const total = s.registros.reduce((t, r) => t + BigInt(r.campos[formato.valorTotal] ?? 0), 0n);
  let id = antes.rows[0]?.id;
  if (id === undefined) {
    id = uuidv7(trx.ahora);
    await sql`insert into terceros.entrega (id, id_publico, titular_id, informante_nit, informante, ficticia, archivo, bytes,
        anio, empezada_en, recibida_en, leida_en, huella, formato, version, registros, total, errores, dudas, muestra,
        presentada_en)
      values (${id}, ${idPublico()}, ${s.titular ?? null}, ${s.informante.nit}, ${s.informante.nombre}, true,
        'demostracion', 0, ${s.anio}, ${trx.ahora}, ${trx.ahora}, ${trx.ahora}, ${sha256(id)}, ${s.formato},
        ${formato.version}, ${s.registros.length}, ${total}, 0, 0, '[]'::jsonb, ${trx.ahora})`.execute(
      trx.bd,
    );
  } else {
    await sql`update terceros.entrega set registros = registros + ${s.registros.length}, total = total + ${total}
      where id = ${id}`.execute(trx.bd);
  }
  const escritor = new EscritorDeRegistros(trx, { entrega: id, anio: s.anio });
  const desde = antes.rows[0]?.registros ?? 0;
  for (const [i, { campos, ...r }] of s.registros.entries())
    await escritor.escribir({ ...r, fila: desde + i + 1, orden: 0, campos: JSON.stringify(campos) });
  await escritor.terminar();
}
