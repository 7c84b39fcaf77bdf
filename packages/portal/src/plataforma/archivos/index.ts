import { sql } from 'kysely';
import { sha256, uuidv7 } from '../ids/index.ts';
import type { Transaccion } from '../transaccion/index.ts';
import type { AlmacenObjetos } from './almacen-s3.ts';

export interface NuevoArchivo {
  /** Whose it is: row-level security lets nobody else read it. */
  persona?: string;
  /** Media type, found out by whoever stores it and not said by whoever sent it. */
  tipo: string;
  contenido: Buffer;
}

export interface Archivos {
  guardar(trx: Transaccion, a: NuevoArchivo): Promise<{ id: string; hash: Buffer }>;
  /** @throws Error when it does not exist for who is acting, or when what is stored is not what was kept. */
  leer(trx: Transaccion, id: string): Promise<{ tipo: string; contenido: Buffer; hash: Buffer }>;
}

/** Files of the office: the row in PostgreSQL, the bytes there too or in an object store. */
export function archivos(objetos?: AlmacenObjetos): Archivos {
  return {
    async guardar(trx, a) {
      const id = uuidv7(trx.ahora);
      const hash = sha256(a.contenido);
      const lugar = objetos ? `archivos/${id}` : null;
      // The object is written before the row: a row never points at nothing. An orphan object is harmless.
      if (objetos && lugar) await objetos.poner(lugar, a.contenido, a.tipo);
      await sql`insert into plataforma.archivo (id, persona_id, tipo, tamano, hash, contenido, lugar, creado_en)
        values (${id}, ${a.persona ?? null}, ${a.tipo}, ${a.contenido.length}, ${hash},
                ${objetos ? null : a.contenido}, ${lugar}, ${trx.ahora})`.execute(trx.bd);
      return { id, hash };
    },

    async leer(trx, id) {
      const { rows } = await sql<{
        tipo: string;
        contenido: Buffer | null;
        lugar: string | null;
        hash: Buffer;
      }>`
        select tipo, contenido, lugar, hash from plataforma.archivo where id = ${id}`.execute(trx.bd);
      const f = rows[0];
      if (!f) throw new Error('The file does not exist for who is acting');
      const contenido = f.contenido ?? (await leerObjeto(objetos, f.lugar));
      if (!sha256(contenido).equals(f.hash)) throw new Error(`File ${id} is not the one that was kept`);
      return { tipo: f.tipo, contenido, hash: f.hash };
    },
  };
}

/** Deletes from the store the objects whose row went away. What fails stays for the next night. @returns how many went */
export async function borrarObjetos(trx: Transaccion, objetos: AlmacenObjetos): Promise<number> {
  const { rows } = await sql<{ lugar: string }>`select lugar from plataforma.objeto_por_borrar
    order by desde limit 500 for update skip locked`.execute(trx.bd);
  const suertes = await Promise.allSettled(rows.map(({ lugar }) => objetos.borrar(lugar)));
  const borrados = rows.filter((_, i) => suertes[i]?.status === 'fulfilled').map((r) => r.lugar);
  await sql`delete from plataforma.objeto_por_borrar where lugar = any (${borrados})`.execute(trx.bd);
  return borrados.length;
}

async function leerObjeto(objetos: AlmacenObjetos | undefined, lugar: string | null): Promise<Buffer> {
  if (!objetos || !lugar)
    throw new Error('The file is in an object store and none is configured (S3_ENDPOINT)');
  return objetos.leer(lugar);
}

export { almacenS3, type AlmacenObjetos } from './almacen-s3.ts';
export { enCsv } from './en-csv.ts';
export { leerAparte } from './leer-aparte.ts';
export { ArchivoConFaltas, renglonesUtf8 } from './renglones.ts';
