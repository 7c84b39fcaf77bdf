import { sql } from 'kysely';
import type { ClaseDePrueba, Hallazgo } from '@autogestion/normas/factura';
import { errores, type Transaccion } from '../../../plataforma/index.ts';

/** A test set of a taxpayer: open, or with which they were enabled. */
export interface Habilitacion {
  id: string;
  idPublico: string;
  empezadaEn: Date;
  software: { id: string; idPublico: string; softwareId: string; nombre: string; pin: Buffer };
  hecha: { acto: string; version: string; en: Date } | undefined;
}

/** A document that was delivered, with its verdict. */
export interface DocumentoDePrueba {
  archivo: string;
  clase: ClaseDePrueba | undefined;
  numero: string | undefined;
  codigo: string | undefined;
  huella: string;
  aceptado: boolean;
  hallazgos: readonly Hallazgo[];
  recibidoEn: Date;
}

interface Fila {
  id: string;
  id_publico: string;
  empezada_en: Date;
  software: string;
  software_publico: string;
  software_id: string;
  nombre: string;
  pin: Buffer;
  acto_id: string | null;
  version_id: string | null;
  hecha_en: Date | null;
}

const DE_LA_HABILITACION =
  sql.raw(`h.id, h.id_publico, h.empezada_en, s.id as software, s.id_publico as software_publico,
  s.software_id, s.nombre, s.pin, h.acto_id, h.version_id, h.hecha_en
  from facturas.habilitacion h join facturas.software s on s.id = h.software`);

const deFila = (f: Fila): Habilitacion => ({
  id: f.id,
  idPublico: f.id_publico,
  empezadaEn: f.empezada_en,
  software: {
    id: f.software,
    idPublico: f.software_publico,
    softwareId: f.software_id,
    nombre: f.nombre,
    pin: f.pin,
  },
  hecha:
    f.acto_id && f.version_id && f.hecha_en
      ? { acto: f.acto_id, version: f.version_id, en: f.hecha_en }
      : undefined,
});

/** One of the taxpayer for whom the transaction acts. @throws 404 when it is not theirs */
export async function habilitacionDe(trx: Transaccion, publico: string): Promise<Habilitacion> {
  const { rows } = await sql<Fila>`select ${DE_LA_HABILITACION}
    where h.id_publico = ${publico} and h.titular_id = plataforma.actor_titular()`.execute(trx.bd);
  if (!rows[0]) throw errores.noEncontrado();
  return deFila(rows[0]);
}

/** The newest of theirs. */
export async function ultimaHabilitacion(trx: Transaccion): Promise<Habilitacion | undefined> {
  const { rows } = await sql<Fila>`select ${DE_LA_HABILITACION}
    where h.titular_id = plataforma.actor_titular() order by h.empezada_en desc, h.id desc limit 1`.execute(
    trx.bd,
  );
  return rows[0] && deFila(rows[0]);
}

/** What was delivered to a set, the newest first. */
export async function documentosDelSet(trx: Transaccion, habilitacion: string): Promise<DocumentoDePrueba[]> {
  const { rows } = await sql<{
    archivo: string;
    clase: ClaseDePrueba | null;
    numero: string | null;
    codigo: string | null;
    hash: Buffer;
    aceptado: boolean;
    hallazgos: unknown;
    recibido_en: Date;
  }>`select archivo, clase, numero, codigo, hash, aceptado, hallazgos, recibido_en from facturas.documento_de_prueba
    where habilitacion = ${habilitacion} and titular_id = plataforma.actor_titular()
    order by recibido_en desc, id desc limit 100`.execute(trx.bd);
  return rows.map((f) => ({
    archivo: f.archivo,
    clase: f.clase ?? undefined,
    numero: f.numero ?? undefined,
    codigo: f.codigo ?? undefined,
    huella: f.hash.toString('hex'),
    aceptado: f.aceptado,
    hallazgos: f.hallazgos as Hallazgo[],
    recibidoEn: f.recibido_en,
  }));
}

/** Those that count for the set, in the order in which they came. */
export async function aceptadosDelSet(
  trx: Transaccion,
  habilitacion: string,
): Promise<{ clase: ClaseDePrueba; numero: string; codigo: string; huella: string }[]> {
  const { rows } = await sql<{
    clase: ClaseDePrueba | null;
    numero: string | null;
    codigo: string | null;
    hash: Buffer;
  }>`
    select clase, numero, codigo, hash from facturas.documento_de_prueba
    where habilitacion = ${habilitacion} and titular_id = plataforma.actor_titular() and aceptado
    order by recibido_en, id`.execute(trx.bd);
  return rows.flatMap((f) =>
    f.clase && f.numero && f.codigo
      ? [{ clase: f.clase, numero: f.numero, codigo: f.codigo, huella: f.hash.toString('hex') }]
      : [],
  );
}
