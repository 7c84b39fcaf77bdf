import { cifrasDe, usoDe, type Uso } from '@autogestion/normas/exogena';
import type { Fecha } from '@autogestion/normas/fechas';
import type { Reporte } from '@autogestion/normas/formularios/210';
import { sql } from 'kysely';
import { errores, llamar, type Transaccion } from '../../plataforma/index.ts';
import { estadoDe, type Estado, type Hecho } from './estado.ts';
import type { Motivo } from './motivos.ts';

interface Suceso {
  hecho: Hecho;
  texto: string | null;
  dia: Fecha;
  ocurrioEn: Date;
}

/** A file that whoever said so brought. */
interface Prueba {
  idPublico: string;
  nombre: string;
  media: string;
  archivo: string;
  /** Bytes. */
  tamano: number;
  /** SHA-256, hexadecimal. */
  hash: string;
}

/** What somebody said of a record, with all that came of it. */
export interface Reclamo {
  id: string;
  idPublico: string;
  radicado: string;
  /** Of whom it is. */
  titular: string;
  /** The account of who reported it; null where there is none. */
  informante: string | null;
  anio: number;
  /** As it was reported then. */
  reporte: Reporte;
  uso: Uso;
  /** Number of document with which it was reported. */
  numero: string;
  /** The record, to know it among what is reported. */
  registro: { entrega: string; fila: number; orden: number };
  motivo: Motivo;
  relato: string;
  dia: Fecha;
  vence: Fecha;
  abiertoEn: Date;
  sucesos: readonly Suceso[];
  pruebas: readonly Prueba[];
  estado: Estado;
}

interface Fila {
  id: string;
  id_publico: string;
  radicado: string;
  titular_id: string;
  informante_id: string | null;
  informante_nit: string;
  informante: string;
  entrega_id: string;
  fila: number;
  orden: number;
  anio: number;
  formato: string;
  concepto: string;
  numero: string;
  campos: unknown;
  iguales: number;
  motivo: string;
  relato: string;
  dia: string;
  vence: string;
  abierto_en: Date;
}

const COLUMNAS =
  sql.raw(`c.id, c.id_publico, c.radicado, c.titular_id, c.informante_id, c.informante_nit, c.informante,
  c.entrega_id, c.fila, c.orden, c.anio, c.formato, c.concepto, c.numero, c.campos, c.iguales, c.motivo, c.relato, c.dia,
  c.vence, c.abierto_en from terceros.reclamo c`);

/** Those of the taxpayer for whom the transaction acts, the newest first; of one year, if it is told. */
export async function reclamosDe(trx: Transaccion, anio?: number): Promise<Reclamo[]> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where c.titular_id = plataforma.actor_titular()
    and (${anio ?? null}::int is null or c.anio = ${anio ?? null}) order by c.abierto_en desc, c.id limit 200`.execute(
    trx.bd,
  );
  return conTodo(trx, rows);
}

/** Those of what the taxpayer for whom the transaction acts reported of others, the newest first. */
export async function reclamosRecibidos(trx: Transaccion): Promise<Reclamo[]> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where c.informante_id = plataforma.actor_titular()
    order by c.abierto_en desc, c.id limit 200`.execute(trx.bd);
  return conTodo(trx, rows);
}

/** Whether there is any. */
export async function hayRecibidos(trx: Transaccion): Promise<boolean> {
  const { rows } = await sql<{ uno: number | null }>`select 1 as uno from terceros.reclamo c
    where c.informante_id = plataforma.actor_titular() limit 1`.execute(trx.bd);
  return rows.length > 0;
}

type Papel = 'quien-reclama' | 'quien-reporta';

/** @throws 404 when whoever acts is not that side of it */
export async function reclamoPorId(trx: Transaccion, idPublico: string, papel: Papel): Promise<Reclamo> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where c.id_publico = ${idPublico}
    and plataforma.actor_titular() = case when ${papel} = 'quien-reclama' then c.titular_id else c.informante_id end`.execute(
    trx.bd,
  );
  const [r] = await conTodo(trx, rows);
  if (!r) throw errores.noEncontrado();
  return r;
}

/** For jobs, and for documents: as the side that said so sees it. @param trx of the owner's role */
export async function reclamoInterno(trx: Transaccion, id: string): Promise<Reclamo | undefined> {
  await sql`select set_config('app.titular', c.titular_id::text, true) from terceros.reclamo c where c.id = ${id}`.execute(
    trx.bd,
  );
  const { rows } = await sql<Fila>`select ${COLUMNAS} where c.id = ${id}`.execute(trx.bd);
  return (await conTodo(trx, rows))[0];
}

/** With what happened, the files and how each stands, whatever their number in three statements. */
async function conTodo(trx: Transaccion, filas: readonly Fila[]): Promise<Reclamo[]> {
  if (filas.length === 0) return [];
  const ids = filas.map((f) => f.id);
  const [sucesos, pruebas] = [await sucesosDe(trx, ids), await pruebasDe(trx, ids)];
  const hoy = new Map(
    (await llamar(trx, 'terceros.hoy_de_reclamos', { reclamos: ids })).map((h) => [h.reclamo, h.hoy]),
  );
  return filas.map((f) => {
    const suyos = sucesos.filter((s) => s.reclamo === f.id);
    return {
      ...deFila(f),
      sucesos: suyos,
      pruebas: pruebas.filter((p) => p.reclamo === f.id),
      estado: elEstado(
        f,
        suyos.map((s) => s.hecho),
        hoy.get(f.id),
        trx.hoy,
      ),
    };
  });
}

function deFila(f: Fila): Omit<Reclamo, 'sucesos' | 'pruebas' | 'estado'> {
  const reporte: Reporte = {
    informante: { nit: f.informante_nit, nombre: f.informante },
    formato: f.formato,
    concepto: f.concepto,
    campos: cifrasDe(f.formato, f.campos as Record<string, unknown>),
  };
  return {
    id: f.id,
    idPublico: f.id_publico,
    radicado: f.radicado,
    titular: f.titular_id,
    informante: f.informante_id,
    anio: f.anio,
    reporte,
    uso: usoDe(reporte, f.anio),
    numero: f.numero,
    registro: { entrega: f.entrega_id, fila: f.fila, orden: f.orden },
    motivo: f.motivo as Motivo,
    relato: f.relato,
    dia: f.dia as Fecha,
    vence: f.vence as Fecha,
    abiertoEn: f.abierto_en,
  };
}

async function sucesosDe(
  trx: Transaccion,
  reclamos: readonly string[],
): Promise<(Suceso & { reclamo: string })[]> {
  const { rows } = await sql<{
    reclamo: string;
    hecho: string;
    texto: string | null;
    dia: string;
    ocurrio_en: Date;
  }>`select reclamo_id as reclamo, hecho, texto, dia, ocurrio_en from terceros.suceso_de_reclamo
    where reclamo_id = any(${reclamos}::uuid[]) order by ocurrio_en, id`.execute(trx.bd);
  return rows.map((s) => ({
    reclamo: s.reclamo,
    hecho: s.hecho as Hecho,
    texto: s.texto,
    dia: s.dia as Fecha,
    ocurrioEn: s.ocurrio_en,
  }));
}

async function pruebasDe(
  trx: Transaccion,
  reclamos: readonly string[],
): Promise<(Prueba & { reclamo: string })[]> {
  const { rows } = await sql<
    Prueba & { reclamo: string }
  >`select reclamo_id as reclamo, id_publico as "idPublico", nombre,
      media, archivo_id as archivo, tamano, encode(hash, 'hex') as hash
    from terceros.prueba_de_reclamo where reclamo_id = any(${reclamos}::uuid[]) order by nombre, id`.execute(
    trx.bd,
  );
  return rows;
}

/** A record of which something was said, and all that is reported today where it was. */
interface ParaElEstado {
  formato: string;
  concepto: string;
  campos: unknown;
  iguales: number;
  vence: string;
}

function elEstado(f: ParaElEstado, hechos: readonly Hecho[], hoy: unknown, dia: Fecha): Estado {
  const registros = hoy as { concepto: string; campos: Record<string, unknown> }[];
  const suyo = enUnaLinea(f.formato, f.concepto, f.campos as Record<string, unknown>);
  const quedan = registros.filter((r) => enUnaLinea(f.formato, r.concepto, r.campos) === suyo).length;
  return estadoDe({ hechos, corregido: quedan < f.iguales, vence: f.vence as Fecha }, dia);
}

/** What a record says of somebody: its concept and its amounts, and no address nor name. */
export const enUnaLinea = (
  formato: string,
  concepto: string,
  campos: Readonly<Record<string, unknown>>,
): string =>
  JSON.stringify([concepto, Object.entries(cifrasDe(formato, campos)).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** One of the list of the desk: it does not say whose it is. */
export interface ReclamoEnMesa {
  idPublico: string;
  radicado: string;
  anio: number;
  formato: string;
  motivo: Motivo;
  dia: Fecha;
  vence: Fecha;
  estado: Estado;
}

/** The newest first, of whom the official may attend. */
export async function reclamosEnMesa(trx: Transaccion): Promise<ReclamoEnMesa[]> {
  const filas = await llamar(trx, 'terceros.reclamos_en_mesa', { ahora: trx.ahora });
  return filas.map((f) => ({
    idPublico: f.id_publico ?? '',
    radicado: f.radicado ?? '',
    anio: f.anio ?? 0,
    formato: f.formato ?? '',
    motivo: f.motivo as Motivo,
    dia: f.dia as Fecha,
    vence: f.vence as Fecha,
    estado: elEstado(
      {
        formato: f.formato ?? '',
        concepto: f.concepto ?? '',
        campos: f.campos,
        iguales: f.iguales ?? 1,
        vence: f.vence ?? '',
      },
      (f.hechos ?? []) as Hecho[],
      f.hoy,
      trx.hoy,
    ),
  }));
}
