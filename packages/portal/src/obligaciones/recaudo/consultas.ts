import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Falta } from './asobancaria/index.ts';

type EstadoDeArchivo = 'por-confirmar' | 'descartado' | 'asentando' | 'asentado';

/** A file that was accepted, and how far it is. */
export interface ArchivoCargado {
  id: string;
  nombre: string;
  banco: string;
  dia: Fecha;
  lineas: number;
  /** Pesos. */
  total: bigint;
  cargadoEn: Date;
  estado: EstadoDeArchivo;
  /** Lines of batches that were posted; of them, those that another file had brought. */
  asentadas: number;
  repetidas: number;
}

interface Fila extends Omit<ArchivoCargado, 'cargadoEn' | 'estado'> {
  cargado_en: Date;
  confirmado: boolean;
  descartado: boolean;
}

const deFila = ({ cargado_en, confirmado, descartado, ...f }: Fila): ArchivoCargado => ({
  ...f,
  cargadoEn: cargado_en,
  estado: confirmado
    ? f.asentadas === f.lineas
      ? 'asentado'
      : 'asentando'
    : descartado
      ? 'descartado'
      : 'por-confirmar',
});

/** How many files a page lists. */
const POR_PAGINA = 50;

/** One file, or the last ones. */
async function leer(trx: Transaccion, id: string | null): Promise<ArchivoCargado[]> {
  const { rows } =
    await sql<Fila>`select a.id, a.nombre, a.banco, a.dia::text as dia, a.lineas, a.total, a.cargado_en,
      coalesce(t.asentadas, 0)::int as asentadas, coalesce(t.repetidas, 0)::int as repetidas,
      exists (select from obligaciones.recaudo_decision d where d.archivo = a.id and d.decision = 'confirmado') as confirmado,
      exists (select from obligaciones.recaudo_decision d where d.archivo = a.id and d.decision = 'descartado') as descartado
    from obligaciones.recaudo_archivo a left join lateral (
      select max(x.hasta) as asentadas, sum(x.repetidas) as repetidas from obligaciones.recaudo_tanda x
      where x.archivo = a.id) t on true
    where ${id}::text is null or a.id = ${id}::text
    order by a.cargado_en desc, a.id limit ${POR_PAGINA}`.execute(trx.bd);
  return rows.map(deFila);
}

export async function archivoCargado(trx: Transaccion, id: string): Promise<ArchivoCargado | undefined> {
  const [archivo] = await leer(trx, id);
  return archivo;
}

export const ultimosArchivos = (trx: Transaccion): Promise<ArchivoCargado[]> => leer(trx, null);

/** What a day's files of a bank bring, of those that were confirmed. */
export interface TotalDelDia {
  dia: Fecha;
  banco: string;
  archivos: number;
  lineas: number;
  total: bigint;
}

export async function totalesPorDia(trx: Transaccion): Promise<TotalDelDia[]> {
  const { rows } = await sql<TotalDelDia>`select a.dia::text as dia, a.banco, count(*)::int as archivos,
      sum(a.lineas)::int as lineas, sum(a.total)::bigint as total
    from obligaciones.recaudo_archivo a
    where exists (select from obligaciones.recaudo_decision d where d.archivo = a.id and d.decision = 'confirmado')
    group by a.dia, a.banco order by a.dia desc, a.banco limit ${POR_PAGINA}`.execute(trx.bd);
  return rows;
}

export async function avanceDe(
  trx: Transaccion,
  archivo: string,
): Promise<{ lineas: number; asentadas: number; confirmado: boolean } | undefined> {
  const { rows } = await sql<{ lineas: number; asentadas: number; confirmado: boolean }>`
    select a.lineas, coalesce((select max(t.hasta) from obligaciones.recaudo_tanda t where t.archivo = a.id), 0)::int
        as asentadas,
      exists (select from obligaciones.recaudo_decision d where d.archivo = a.id and d.decision = 'confirmado') as confirmado
    from obligaciones.recaudo_archivo a where a.id = ${archivo}`.execute(trx.bd);
  return rows[0];
}

export interface ArchivoRechazado {
  id: string;
  nombre: string;
  faltas: readonly Falta[];
  masFaltas: number;
  rechazadoEn: Date;
}

export async function archivoRechazado(trx: Transaccion, id: string): Promise<ArchivoRechazado | undefined> {
  const { rows } = await sql<{
    id: string;
    nombre: string;
    faltas: unknown;
    mas_faltas: number;
    rechazado_en: Date;
  }>`select id, nombre, faltas, mas_faltas, rechazado_en from obligaciones.recaudo_rechazado
    where id = ${id}`.execute(trx.bd);
  const f = rows[0];
  return (
    f && {
      id: f.id,
      nombre: f.nombre,
      faltas: f.faltas as Falta[],
      masFaltas: f.mas_faltas,
      rechazadoEn: f.rechazado_en,
    }
  );
}

/** Files that were not accepted, the newest first, without what is wrong in them. */
export async function ultimosRechazados(
  trx: Transaccion,
): Promise<{ id: string; nombre: string; faltas: number; rechazadoEn: Date }[]> {
  const { rows } = await sql<{ id: string; nombre: string; faltas: number; rechazado_en: Date }>`
    select id, nombre, jsonb_array_length(faltas) + mas_faltas as faltas, rechazado_en
    from obligaciones.recaudo_rechazado order by rechazado_en desc, id limit 10`.execute(trx.bd);
  return rows.map(({ rechazado_en, ...r }) => ({ ...r, rechazadoEn: rechazado_en }));
}
