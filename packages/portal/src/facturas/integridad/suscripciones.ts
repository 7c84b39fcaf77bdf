import { cifrar, descifrar } from '@autogestion/documentos';
import { sql } from 'kysely';
import {
  auditar,
  encolar,
  idPublico,
  secretoAleatorio,
  uuidv7,
  type Claves,
  type Transaccion,
} from '../../plataforma/index.ts';
import { erroresDeFacturas } from '../errores.ts';
import { AVISAR_NOVEDADES } from './avisos.ts';
import { porQueNoSeAvisa } from './enviar-aviso.ts';

const CONTEXTO = 'facturas.avisos';
/** House rule: addresses that a taxpayer may have told at once. */
const DIRECCIONES_MAXIMAS = 5;

export interface Suscripcion {
  idPublico: string;
  url: string;
  creadaEn: Date;
  /** Number of the last thing that it took. */
  avisada: bigint;
  fallas: number;
  falla: string | null;
}

/** @param titular of who acts. @returns with its secret, which is told once. @throws ErrorDominio 422, 409 */
export async function suscribir(
  trx: Transaccion,
  o: { titular: string; url: string; desde: bigint; claves: Claves; permitidas: readonly string[] },
): Promise<{ idPublico: string; secreto: string }> {
  const no = porQueNoSeAvisa(o.url, o.permitidas);
  if (no !== undefined) throw erroresDeFacturas.direccionNoAdmitida(no);
  if ((await suscripcionesVivas(trx)).length >= DIRECCIONES_MAXIMAS)
    throw erroresDeFacturas.demasiadosAvisos();
  const [id, publico, secreto] = [uuidv7(trx.ahora), idPublico(), secretoAleatorio()];
  const cerrado = Buffer.from(cifrar(Buffer.from(secreto), o.claves.derivar(CONTEXTO), id));
  await sql`insert into facturas.suscripcion (id, id_publico, titular_id, clave, url, secreto, creada_en, avisada)
    values (${id}, ${publico}, ${o.titular}, (facturas.mis_claves())[1], ${o.url}, ${cerrado}, ${trx.ahora}, ${o.desde})`.execute(
    trx.bd,
  );
  await auditar(trx, { accion: 'facturas.pedir-avisos', objeto: `suscripcion:${id}`, persona: o.titular });
  await encolar(trx, AVISAR_NOVEDADES, { id }, { clave: `${AVISAR_NOVEDADES}:${id}` });
  return { idPublico: publico, secreto };
}

export async function suscripcionesVivas(trx: Transaccion): Promise<Suscripcion[]> {
  const { rows } = await sql<{
    id_publico: string;
    url: string;
    creada_en: Date;
    avisada: bigint;
    fallas: number;
    falla: string | null;
  }>`select id_publico, url, creada_en, avisada, fallas, falla from facturas.suscripcion
    where retirada_en is null order by creada_en`.execute(trx.bd);
  return rows.map(({ id_publico, creada_en, ...s }) => ({
    ...s,
    idPublico: id_publico,
    creadaEn: creada_en,
  }));
}

/** @returns false when there is none of that name */
export async function retirarSuscripcion(trx: Transaccion, publico: string): Promise<boolean> {
  const { rows } = await sql`update facturas.suscripcion set retirada_en = ${trx.ahora}
    where id_publico = ${publico} and retirada_en is null returning id`.execute(trx.bd);
  if (rows.length > 0)
    await auditar(trx, { accion: 'facturas.retirar-avisos', objeto: `suscripcion:${publico}` });
  return rows.length > 0;
}

/** The key with which notices of a subscription are signed. */
export const secretoDe = (claves: Claves, { id, secreto }: { id: string; secreto: Buffer }): string =>
  Buffer.from(descifrar(secreto, claves.derivar(CONTEXTO), id)).toString();
