import { formatoDeExogena } from '@autogestion/normas/exogena';
import { sql } from 'kysely';
import { errores, type Transaccion } from '../../plataforma/index.ts';

/** How a delivery stands, out of its instants and of whether another one took its place. */
export type EstadoDeEntrega =
  'recibiendo' | 'leyendo' | 'con-errores' | 'por-firmar' | 'presentada' | 'reemplazada' | 'descartada';

/** A row that whoever delivers sees as its person will see it. */
export interface FilaDeMuestra {
  fila: number;
  tipo: string;
  numero: string;
  concepto: string;
  campos: Readonly<Record<string, number | string>>;
}

export interface Entrega {
  id: string;
  idPublico: string;
  archivo: string;
  anio: number;
  bytes: number;
  /** Of them, how many came already. */
  recibidos: number;
  estado: EstadoDeEntrega;
  empezadaEn: Date;
  /** Records that were read so far, while it is being read. */
  avance: number;
  /** Its place in the history: which it replaces and which replaced it, each by its radicado or its identifier. */
  reemplazaA: { idPublico: string; radicado: string } | undefined;
  reemplazadaPor: { idPublico: string; radicado: string } | undefined;
  leida: Leida | undefined;
  confirmada: boolean;
  presentada: { acto: string; radicado: string; en: Date } | undefined;
  ficticia: boolean;
}

/** What was read of it. */
export interface Leida {
  huella: string;
  /** Null where the file does not say one that is read here. */
  formato: string | null;
  nombre: string;
  version: number | null;
  registros: number;
  total: bigint;
  errores: number;
  dudas: number;
  muestra: readonly FilaDeMuestra[];
}

interface Fila {
  id: string;
  id_publico: string;
  archivo: string;
  anio: number;
  bytes: bigint;
  recibidos: bigint | null;
  ficticia: boolean;
  empezada_en: Date;
  recibida_en: Date | null;
  leida_en: Date | null;
  huella: string | null;
  formato: string | null;
  version: number | null;
  registros: number | null;
  total: string | null;
  errores: number | null;
  dudas: number | null;
  muestra: unknown;
  confirmada_en: Date | null;
  descartada_en: Date | null;
  acto_id: string | null;
  radicado: string | null;
  presentada_en: Date | null;
  avance: number | null;
  a_publico: string | null;
  a_radicado: string | null;
  por_publico: string | null;
  por_radicado: string | null;
}

const filas = (trx: Transaccion, idPublico: string | null) =>
  sql<Fila>`select e.id, e.id_publico, e.archivo, e.anio, e.bytes, e.ficticia, e.empezada_en, e.recibida_en, e.leida_en,
      encode(e.huella, 'hex') as huella, e.formato, e.version, e.registros, e.total, e.errores, e.dudas, e.muestra,
      e.confirmada_en, e.descartada_en, e.acto_id, e.radicado, e.presentada_en,
      (select max(t.hasta) from terceros.trozo t where t.entrega_id = e.id) as recibidos,
      (select v.registros from terceros.avance v where v.entrega_id = e.id) as avance,
      a.id_publico as a_publico, a.radicado as a_radicado, por.id_publico as por_publico, por.radicado as por_radicado
    from terceros.entrega e
    left join terceros.entrega a on a.id = e.reemplaza_id
    left join terceros.entrega por on por.reemplaza_id = e.id and por.presentada_en is not null
    where e.titular_id = plataforma.actor_titular() and (${idPublico}::text is null or e.id_publico = ${idPublico})
    order by e.empezada_en desc, e.id desc limit 500`.execute(trx.bd);

/** Its latest ones, of the taxpayer for whom the transaction acts. */
export async function entregasDe(trx: Transaccion): Promise<Entrega[]> {
  return (await filas(trx, null)).rows.map(comoEntrega);
}

/** @throws 404 when it is not of whom the transaction acts for */
export async function entregaDe(trx: Transaccion, idPublico: string): Promise<Entrega> {
  const [f] = (await filas(trx, idPublico)).rows;
  if (!f) throw errores.noEncontrado();
  return comoEntrega(f);
}

/** The same, held until the end of the transaction: only who may change it. */
export async function tomarEntrega(trx: Transaccion, idPublico: string): Promise<Entrega> {
  await sql`select 1 as una from terceros.entrega
    where id_publico = ${idPublico} and titular_id = plataforma.actor_titular() for update`.execute(trx.bd);
  return entregaDe(trx, idPublico);
}

const otra = (idPublico: string | null, radicado: string | null) =>
  idPublico === null ? undefined : { idPublico, radicado: radicado ?? '' };

function comoEntrega(f: Fila): Entrega {
  const reemplazadaPor = otra(f.por_publico, f.por_radicado);
  return {
    id: f.id,
    idPublico: f.id_publico,
    archivo: f.archivo,
    anio: f.anio,
    bytes: Number(f.bytes),
    recibidos: Number(f.recibidos ?? 0n),
    estado: estadoDe(f, reemplazadaPor !== undefined),
    empezadaEn: f.empezada_en,
    avance: f.avance ?? 0,
    reemplazaA: otra(f.a_publico, f.a_radicado),
    reemplazadaPor,
    leida: leidaDe(f),
    confirmada: f.confirmada_en !== null,
    presentada:
      f.presentada_en && f.acto_id !== null && f.radicado !== null
        ? { acto: f.acto_id, radicado: f.radicado, en: f.presentada_en }
        : undefined,
    ficticia: f.ficticia,
  };
}

function leidaDe(f: Fila): Leida | undefined {
  if (f.leida_en === null) return undefined;
  return {
    huella: f.huella ?? '',
    formato: f.formato,
    nombre: formatoDeExogena(f.formato ?? '')?.nombre ?? 'Formato desconocido',
    version: f.version,
    registros: f.registros ?? 0,
    total: BigInt(f.total ?? 0),
    errores: f.errores ?? 0,
    dudas: f.dudas ?? 0,
    muestra: (f.muestra ?? []) as FilaDeMuestra[],
  };
}

type Instantes = Pick<Fila, 'descartada_en' | 'presentada_en' | 'leida_en' | 'recibida_en' | 'errores'>;

function estadoDe(f: Instantes, reemplazada: boolean): EstadoDeEntrega {
  if (f.descartada_en) return 'descartada';
  if (f.presentada_en) return reemplazada ? 'reemplazada' : 'presentada';
  if (f.leida_en) return f.errores === 0 ? 'por-firmar' : 'con-errores';
  return f.recibida_en ? 'leyendo' : 'recibiendo';
}
