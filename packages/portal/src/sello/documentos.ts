import { sql } from 'kysely';
import {
  auditar,
  encolar,
  errores,
  FORMA_ID_PUBLICO,
  idPublico,
  llamar,
  uuidv7,
  type Prioridad,
  type Transaccion,
} from '../plataforma/index.ts';

/** What anyone who holds a document may confirm of it. */
export interface DocumentoPublico {
  titulo: string;
  nit: string;
  dv: number;
  nombre: string;
  estado: string;
  /** Since when it was in that state: `AAAA-MM-DD`. */
  desde?: string;
  fecha: string;
  demostracion: boolean;
  /** Of what was not in force any more when it was issued: which version it copies and its last day. */
  version?: { numero: number; hasta: string };
  /** Of a certificate: what it says, in a sentence, of which day, and what was known then. */
  certifica?: LoCertificado;
  /** Of a signed act: by whom, when (ISO 8601), under which number, and its kind (absent in the older ones). */
  firma?: { por: string; en: string; radicado: string; tipo?: string };
}

/** Keys that are missing do not apply to it. */
export interface LoCertificado {
  frase: string;
  /** Day of law: `AAAA-MM-DD`. */
  al?: string;
  /** Number of the last entry of the ledger that was known. */
  corte?: string;
  /** Entry of the payment that it certifies. */
  pago?: string;
}

export interface Documento {
  id: string;
  idPublico: string;
  tipo: string;
  titular: string;
  publico: DocumentoPublico;
  contenido: Record<string, string>;
  emitidoEn: Date;
  /** Absent while the job has not sealed it. */
  sellado?: { en: Date; archivo: string; hash: Buffer };
}

/** One that its job sealed. */
export type DocumentoSellado = Documento & Required<Pick<Documento, 'sellado'>>;

interface NuevoDocumento {
  tipo: string;
  titular: string;
  publico: DocumentoPublico;
  contenido: Record<string, string>;
  /** Asking twice with the same key gives the same document. */
  clave: string;
  /** How soon it is sealed; `normal` unless told. */
  prioridad?: Prioridad;
  /** Whoever asks for it seals it too, with `sellarEnElPedido`: the job is there for when that fails. */
  enElPedido?: true;
}

/** For how long the job leaves it to whoever asked. */
const ESPERA_MS = 30_000;

export const SELLAR = 'sello.sellar-documento';

/** Issues a document of who is acting: durable and numbered now, drawn and sealed by a job. */
export async function emitirDocumento(trx: Transaccion, n: NuevoDocumento): Promise<Documento> {
  const id = uuidv7(trx.ahora);
  const { rows } = await sql<{ id: string }>`
    insert into sello.documento (id, id_publico, tipo, titular_id, publico, contenido, clave, emitido_en)
    values (${id}, ${idPublico()}, ${n.tipo}, ${n.titular}, ${JSON.stringify(n.publico)}::jsonb,
            ${JSON.stringify(n.contenido)}::jsonb, ${n.clave}, ${trx.ahora})
    on conflict (titular_id, clave) do nothing returning id`.execute(trx.bd);
  if (rows.length > 0) await despuesDeEmitir(trx, id, n);
  return documentoPorClave(trx, n);
}

/** The document that comes with a registration, whose holder is still a visitor in this transaction. */
export async function emitirPrimero(
  trx: Transaccion,
  n: NuevoDocumento,
): Promise<{ id: string; idPublico: string }> {
  const id = uuidv7(trx.ahora);
  const publico = idPublico();
  await llamar(trx, 'sello.emitir_primero', {
    id,
    publico,
    tipo: n.tipo,
    titular: n.titular,
    datos: n.publico,
    contenido: n.contenido,
    clave: n.clave,
    ahora: trx.ahora,
  });
  await despuesDeEmitir(trx, id, n);
  return { id, idPublico: publico };
}

async function despuesDeEmitir(trx: Transaccion, id: string, n: NuevoDocumento): Promise<void> {
  await auditar(trx, {
    accion: 'sello.emitir-documento',
    persona: n.titular,
    objeto: `documento:${id}`,
    datos: { tipo: n.tipo },
  });
  await encolar(
    trx,
    SELLAR,
    { id },
    {
      clave: `${SELLAR}:${id}`,
      prioridad: n.prioridad ?? 'normal',
      ...(n.enElPedido && { desde: new Date(trx.ahora.getTime() + ESPERA_MS) }),
    },
  );
}

interface Fila {
  id: string;
  id_publico: string;
  tipo: string;
  titular_id: string;
  publico: DocumentoPublico;
  contenido: Record<string, string>;
  emitido_en: Date;
  sellado_en: Date | null;
  archivo_id: string | null;
  hash: Buffer | null;
}

const COLUMNAS = sql.raw(
  'id, id_publico, tipo, titular_id, publico, contenido, emitido_en, sellado_en, archivo_id, hash from sello.documentos',
);

function deFila(f: Fila): Documento {
  return {
    id: f.id,
    idPublico: f.id_publico,
    tipo: f.tipo,
    titular: f.titular_id,
    publico: f.publico,
    contenido: f.contenido,
    emitidoEn: f.emitido_en,
    ...(f.sellado_en &&
      f.archivo_id &&
      f.hash && { sellado: { en: f.sellado_en, archivo: f.archivo_id, hash: f.hash } }),
  };
}

async function documentoPorClave(trx: Transaccion, n: NuevoDocumento): Promise<Documento> {
  const d = await documentoDeClave(trx, n.titular, n.clave);
  if (!d) throw new Error('The document that was just issued is not visible to who issued it');
  return d;
}

/** The document that was issued with that key; undefined when it is not of who is acting. */
export async function documentoDeClave(
  trx: Transaccion,
  titular: string,
  clave: string,
): Promise<Documento | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where id = (
    select id from sello.documento where titular_id = ${titular} and clave = ${clave})`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** @throws 404 when it is not of who is acting. */
export async function documentoPorId(trx: Transaccion, idPublicoDoc: string): Promise<Documento> {
  if (!FORMA_ID_PUBLICO.test(idPublicoDoc)) throw errores.noEncontrado();
  const { rows } = await sql<Fila>`select ${COLUMNAS} where id_publico = ${idPublicoDoc}`.execute(trx.bd);
  if (!rows[0]) throw errores.noEncontrado();
  return deFila(rows[0]);
}

/** The document of a fact (`sello.documento-sellado`), for jobs; undefined when it is not there. */
export async function documentoInterno(trx: Transaccion, id: string): Promise<Documento | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where id = ${id}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** Documents of a person, newest first. */
export async function documentosDe(
  trx: Transaccion,
  titular: string,
  tipo: string,
  limite = 20,
): Promise<Documento[]> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where titular_id = ${titular} and tipo = ${tipo}
    order by emitido_en desc, id desc limit ${limite}`.execute(trx.bd);
  return rows.map(deFila);
}
