import type { Hallazgo } from '@autogestion/normas/factura';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Entrega, QuienEntrega } from './entrega.ts';

interface Fila {
  id: string;
  id_publico: string;
  nombre: string;
  veredicto: string;
  tipo: string | null;
  numero: string | null;
  codigo: string | null;
  nit_emisor: string | null;
  hallazgos: unknown;
  archivo: string;
  respuesta: string;
  respuesta_codigo: string;
  recibida_en: Date;
}

const COLUMNAS = sql.raw(
  'id, id_publico, nombre, veredicto, tipo, numero, codigo, nit_emisor, hallazgos, archivo, respuesta, respuesta_codigo, recibida_en from facturas.entrega',
);

const deFila = (f: Fila): Entrega => ({
  id: f.id,
  idPublico: f.id_publico,
  nombre: f.nombre,
  veredicto: f.veredicto as Entrega['veredicto'],
  tipo: f.tipo,
  numero: f.numero,
  codigo: f.codigo,
  nitEmisor: f.nit_emisor,
  hallazgos: f.hallazgos as Hallazgo[],
  archivo: f.archivo,
  respuesta: f.respuesta,
  respuestaCodigo: f.respuesta_codigo as '02' | '04',
  recibidaEn: f.recibida_en,
});

/** The delivery of those bytes that was accepted, by the same one who brings them again. */
export async function entregaAceptadaDe(
  trx: Transaccion,
  hash: Buffer,
  { titular, funcionario }: Pick<QuienEntrega, 'titular' | 'funcionario'>,
): Promise<Entrega | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where hash = ${hash} and veredicto <> 'rechazado'
    and titular_id is not distinct from ${titular ?? null}::uuid
    and funcionario_id is not distinct from ${funcionario ?? null}::uuid
    order by recibida_en limit 1`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

export async function entregaPorId(trx: Transaccion, idPublico: string): Promise<Entrega | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where id_publico = ${idPublico}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** Deliveries that a page lists. */
const POR_PAGINA = 50;

export async function ultimasEntregas(
  trx: Transaccion,
  { titular, funcionario }: Pick<QuienEntrega, 'titular' | 'funcionario'>,
): Promise<Entrega[]> {
  const { rows } = await sql<Fila>`select ${COLUMNAS}
    where titular_id is not distinct from ${titular ?? null}::uuid
      and funcionario_id is not distinct from ${funcionario ?? null}::uuid
    order by recibida_en desc, id desc limit ${POR_PAGINA}`.execute(trx.bd);
  return rows.map(deFila);
}

/** Roots of the issuers of certificates that the office trusts, in PEM. */
export async function raicesDeConfianza(trx: Transaccion): Promise<string[]> {
  const { rows } = await sql<{ certificado: string }>`select certificado from facturas.emisor_de_certificados
    where retirado_en is null order by huella`.execute(trx.bd);
  return rows.map((r) => r.certificado);
}

/** A batch, and how far it is. */
export interface Lote {
  id: string;
  idPublico: string;
  nombre: string;
  cuantos: number;
  recibidoEn: Date;
  entregas: (Entrega & { posicion: number })[];
}

export async function loteConEntregas(trx: Transaccion, idPublico: string): Promise<Lote | undefined> {
  const { rows } = await sql<{
    id: string;
    id_publico: string;
    nombre: string;
    cuantos: number;
    recibido_en: Date;
  }>`select id, id_publico, nombre, cuantos, recibido_en from facturas.lote where id_publico = ${idPublico}`.execute(
    trx.bd,
  );
  const [lote] = rows;
  if (!lote) return undefined;
  const suyas = await sql<Fila & { posicion: number | null }>`select posicion, ${COLUMNAS}
    where lote = ${lote.id} order by posicion`.execute(trx.bd);
  return {
    id: lote.id,
    idPublico: lote.id_publico,
    nombre: lote.nombre,
    cuantos: lote.cuantos,
    recibidoEn: lote.recibido_en,
    entregas: suyas.rows.map((f) => ({ ...deFila(f), posicion: f.posicion ?? 0 })),
  };
}
