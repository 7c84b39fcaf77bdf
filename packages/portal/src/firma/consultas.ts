import type { Causal } from '@autogestion/normas/firma';
import type { Presentacion } from '@autogestion/documentos';
import { sql } from 'kysely';
import type { Transaccion } from '../plataforma/index.ts';
import type { Evidencia } from './evidencia.ts';

export interface ActoGuardado {
  id: string;
  radicado: string;
  tipo: string;
  firmante: string;
  titular: string;
  titularPublico: string;
  canonico: string;
  mostrado: Presentacion;
  /** Hexadecimal. */
  mostradoHash: string;
  jws: string;
  cms: Buffer;
  evidencia: Evidencia;
  firmadoEn: Date;
}

interface FilaActo extends Omit<
  ActoGuardado,
  'firmante' | 'titular' | 'titularPublico' | 'mostradoHash' | 'firmadoEn'
> {
  firmante_id: string;
  titular_id: string;
  titular_publico: string;
  mostrado_hash: string;
  firmado_en: Date;
}

const COLUMNAS = sql.raw(`id, radicado, tipo, firmante_id, titular_id, titular_publico, canonico, mostrado,
  encode(mostrado_hash, 'hex') as mostrado_hash, jws, cms, evidencia, firmado_en from firma.acto`);

const deFila = ({
  firmante_id,
  titular_id,
  titular_publico,
  mostrado_hash,
  firmado_en,
  ...f
}: FilaActo): ActoGuardado => ({
  ...f,
  firmante: firmante_id,
  titular: titular_id,
  titularPublico: titular_publico,
  mostradoHash: mostrado_hash,
  firmadoEn: firmado_en,
});

export async function actoPorClave(
  trx: Transaccion,
  firmante: string,
  clave: string,
): Promise<ActoGuardado | undefined> {
  const { rows } = await sql<FilaActo>`select ${COLUMNAS}
    where firmante_id = ${firmante} and clave = ${clave}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

export async function actoPorId(trx: Transaccion, id: string): Promise<ActoGuardado | undefined> {
  const { rows } = await sql<FilaActo>`select ${COLUMNAS} where id = ${id}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** By its number; undefined when it is not of who is acting. */
export async function actoPorRadicado(trx: Transaccion, radicado: string): Promise<ActoGuardado | undefined> {
  const { rows } = await sql<FilaActo>`select ${COLUMNAS} where radicado = ${radicado}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

export interface CertificadoGuardado {
  id: string;
  serie: string;
  nombre: string;
  nit: string;
  desde: Date;
  hasta: Date;
  revocacion?: { causal: Causal; en: Date };
}

/** Every certificate that a person has had, newest first. */
export async function certificadosDe(trx: Transaccion, persona: string): Promise<CertificadoGuardado[]> {
  const { rows } = await sql<{
    id: string;
    serie: string;
    nombre: string;
    nit: string;
    desde: Date;
    hasta: Date;
    causal: Causal | null;
    revocado_en: Date | null;
  }>`select c.id, c.serie, c.nombre, c.nit, c.desde, c.hasta, r.causal, r.revocado_en
    from firma.certificado c left join firma.revocacion r on r.certificado_id = c.id
    where c.persona_id = ${persona} order by c.desde desc, c.id desc`.execute(trx.bd);
  return rows.map(({ causal, revocado_en, ...c }) => ({
    ...c,
    ...(causal && revocado_en && { revocacion: { causal, en: revocado_en } }),
  }));
}

export interface ResumenDeActo {
  radicado: string;
  titularPublico: string;
  tipo: string;
  firmadoEn: Date;
}

/** What a person signed, newest first. */
export async function actosDe(trx: Transaccion, persona: string, limite = 20): Promise<ResumenDeActo[]> {
  const { rows } = await sql<{
    radicado: string;
    titular_publico: string;
    tipo: string;
    firmado_en: Date;
  }>`select radicado, titular_publico, tipo, firmado_en from firma.acto where firmante_id = ${persona}
    order by firmado_en desc, id desc limit ${limite}`.execute(trx.bd);
  return rows.map(({ firmado_en, titular_publico, ...a }) => ({
    ...a,
    titularPublico: titular_publico,
    firmadoEn: firmado_en,
  }));
}
