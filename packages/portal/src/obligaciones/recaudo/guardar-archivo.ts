import { sql } from 'kysely';
import {
  auditar,
  encolar,
  idPublico,
  nombreDelActor,
  sha256,
  type Transaccion,
} from '../../plataforma/index.ts';
import { FORMATO, leerRecaudo, type ArchivoDeRecaudo, type Lectura } from './asobancaria/index.ts';
import { ASENTAR_RECAUDO } from './asentar-recaudo.ts';

/** What became of a file that somebody brought. */
export type Recibido =
  | { tipo: 'cargado'; archivo: string }
  /** The same bytes were loaded before: nothing was kept nor posted. */
  | { tipo: 'repetido'; archivo: string }
  /** Something in it is wrong: nothing of it will be posted. */
  | { tipo: 'rechazado'; rechazado: string; faltas: Extract<Lectura, { bien: false }>['faltas'] };

const NOMBRE_MAXIMO = 120;

/** Lines that travel to the database in one statement. */
const LINEAS_POR_ENVIO = 10_000;

/** Reads a file and keeps it whole, or keeps why not. Nothing is posted yet: somebody confirms it. */
export async function recibirArchivo(
  trx: Transaccion,
  { nombre, contenido }: { nombre: string; contenido: Buffer },
): Promise<Recibido> {
  const hash = sha256(contenido);
  const antes = await archivoConHash(trx, hash);
  if (antes) return { tipo: 'repetido', archivo: antes };
  const lectura = await leerRecaudo(enTrozos(contenido), trx.hoy);
  const comun = { hash, nombre: nombreLimpio(nombre) };
  if (lectura.bien) return guardar(trx, { ...comun, ...lectura.archivo });
  const rechazado = idPublico();
  await sql`insert into obligaciones.recaudo_rechazado (id, hash, nombre, faltas, mas_faltas, actor, rechazado_en)
    values (${rechazado}, ${hash}, ${comun.nombre}, ${JSON.stringify(lectura.faltas)}::jsonb, ${lectura.masFaltas},
      ${nombreDelActor(trx.actor)}, ${trx.ahora})`.execute(trx.bd);
  return { tipo: 'rechazado', rechazado, faltas: lectura.faltas };
}

async function archivoConHash(trx: Transaccion, hash: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from obligaciones.recaudo_archivo
    where hash = ${hash}`.execute(trx.bd);
  return rows[0]?.id;
}

async function guardar(
  trx: Transaccion,
  a: ArchivoDeRecaudo & { hash: Buffer; nombre: string },
): Promise<Recibido> {
  const id = idPublico();
  const { rows } = await sql<{ id: string }>`insert into obligaciones.recaudo_archivo
      (id, hash, nombre, formato, banco, dia, dia_del_archivo, lineas, total, actor, cargado_en)
    values (${id}, ${a.hash}, ${a.nombre}, ${FORMATO}, ${`banco-${a.banco}`}, ${a.dia}, ${a.diaDelArchivo},
      ${a.lineas.length}, ${a.total}, ${nombreDelActor(trx.actor)}, ${trx.ahora})
    on conflict (hash) do nothing returning id`.execute(trx.bd);
  // Two people loaded it at once: the first one's stands.
  if (rows.length === 0) return { tipo: 'repetido', archivo: (await archivoConHash(trx, a.hash)) ?? '' };
  for (let desde = 0; desde < a.lineas.length; desde += LINEAS_POR_ENVIO) {
    const lote = a.lineas.slice(desde, desde + LINEAS_POR_ENVIO);
    await sql`insert into obligaciones.recaudo_linea (archivo, n, linea, recibo, valor, referencia)
      select ${id}, ${desde} + x.n, x.linea, x.recibo, x.valor, x.referencia
      from unnest(${lote.map((l) => l.linea)}::int[], ${lote.map((l) => l.recibo)}::text[],
        ${lote.map((l) => l.valor)}::bigint[], ${lote.map((l) => l.referencia)}::text[])
        with ordinality as x(linea, recibo, valor, referencia, n)`.execute(trx.bd);
  }
  await auditar(trx, {
    accion: 'obligaciones.cargar-recaudo',
    objeto: `recaudo:${id}`,
    datos: { banco: a.banco, dia: a.dia, lineas: a.lineas.length, total: String(a.total) },
  });
  return { tipo: 'cargado', archivo: id };
}

/** From here on it is posted: by a job, in batches. Again, it changes nothing. */
export async function confirmarArchivo(trx: Transaccion, archivo: string): Promise<void> {
  await decidir(trx, archivo, 'confirmado');
  await seguirAsentando(trx, archivo);
}

/** A file has one job at most, which begins where the last one was left. */
export const seguirAsentando = (trx: Transaccion, archivo: string): Promise<void> =>
  encolar(trx, ASENTAR_RECAUDO, { archivo }, { clave: `${ASENTAR_RECAUDO}:${archivo}` });

/** It will not be posted, unless somebody confirms it later. */
export const descartarArchivo = (trx: Transaccion, archivo: string): Promise<void> =>
  decidir(trx, archivo, 'descartado');

async function decidir(
  trx: Transaccion,
  archivo: string,
  decision: 'confirmado' | 'descartado',
): Promise<void> {
  const { rows } = await sql`insert into obligaciones.recaudo_decision (archivo, decision, actor, tomada_en)
    values (${archivo}, ${decision}, ${nombreDelActor(trx.actor)}, ${trx.ahora})
    on conflict do nothing returning archivo`.execute(trx.bd);
  if (rows.length === 0) return;
  await auditar(trx, { accion: `obligaciones.recaudo-${decision}`, objeto: `recaudo:${archivo}` });
}

/** Whoever loads it reads the name to know the file again: without what a screen does not show. */
const nombreLimpio = (nombre: string): string =>
  nombre
    .replace(/^.*[\\/]/, '')
    .replace(/\p{C}/gu, '')
    .slice(0, NOMBRE_MAXIMO) || 'archivo';

const TROZO = 256 * 1024;

/** So that one large file does not keep everybody else waiting while it is read. */
async function* enTrozos(contenido: Buffer): AsyncGenerator<Buffer> {
  for (let desde = 0; desde < contenido.length; desde += TROZO) {
    yield contenido.subarray(desde, desde + TROZO);
    await new Promise((listo) => setImmediate(listo));
  }
}
