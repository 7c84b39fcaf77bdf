import { X509Certificate } from 'node:crypto';
import { sql } from 'kysely';
import {
  ArchivoConFaltas,
  auditar,
  nombreDelActor,
  sha256,
  type Transaccion,
} from '../../plataforma/index.ts';

/** What a file in PEM or DER says of who issues certificates. @throws ArchivoConFaltas when it is no authority's certificate */
function leerEmisor(contenido: Buffer): { nombre: string; pem: string; huella: Buffer } {
  let certificado: X509Certificate;
  try {
    certificado = new X509Certificate(contenido);
  } catch {
    throw new ArchivoConFaltas('El archivo no es un certificado en PEM ni en DER.');
  }
  if (!certificado.ca)
    throw new ArchivoConFaltas('Es el certificado de alguien que firma, no el de quien expide certificados.');
  const pem = certificado.toString();
  return { nombre: certificado.subject.replaceAll('\n', ', ').slice(0, 300), pem, huella: sha256(pem) };
}

/**
 * From now on the office trusts the certificates that this authority issues to those who sign electronic documents.
 * @param trx of the owner's role
 * @returns its name
 */
export async function confiarEnEmisor(trx: Transaccion, contenido: Buffer): Promise<string> {
  const { nombre, pem, huella } = leerEmisor(contenido);
  await sql`insert into facturas.emisor_de_certificados (huella, nombre, certificado, demostracion, actor, anotado_en)
    values (${huella}, ${nombre}, ${pem}, false, ${nombreDelActor(trx.actor)}, ${trx.ahora})
    on conflict (huella) do update set retirado_en = null, actor = excluded.actor, anotado_en = excluded.anotado_en`.execute(
    trx.bd,
  );
  await auditar(trx, {
    accion: 'facturas.confiar-en-emisor',
    objeto: `emisor-de-certificados:${huella.toString('hex')}`,
  });
  return nombre;
}

/**
 * The office trusts it no more; what was received stays as it was judged.
 * @param trx of the owner's role
 * @returns its name
 * @throws ArchivoConFaltas when it was not trusted
 */
export async function dejarDeConfiar(trx: Transaccion, contenido: Buffer): Promise<string> {
  const { nombre, huella } = leerEmisor(contenido);
  const { rows } = await sql`update facturas.emisor_de_certificados set retirado_en = ${trx.ahora}
    where huella = ${huella} and retirado_en is null returning 1 as una`.execute(trx.bd);
  if (rows.length === 0) throw new ArchivoConFaltas(`La oficina no confiaba en ${nombre}.`);
  await auditar(trx, {
    accion: 'facturas.dejar-de-confiar',
    objeto: `emisor-de-certificados:${huella.toString('hex')}`,
  });
  return nombre;
}
