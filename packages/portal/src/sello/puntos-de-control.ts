import { importPKCS8, SignJWT } from 'jose';
import { sql } from 'kysely';
import { cabezaDeLaCadena, type Transaccion } from '../plataforma/index.ts';
import type { Autoridad } from './autoridad.ts';

/**
 * Signs the head of the audit chain, once a day: whoever kept yesterday's checkpoint can show that what it covers
 * was not rewritten. Nothing while the chain is empty.
 */
export async function publicarPuntoDeControl(trx: Transaccion, autoridad: Autoridad): Promise<void> {
  const cabeza = await cabezaDeLaCadena(trx);
  if (!cabeza) return;
  const { clave, publica } = autoridad.material.declaracion;
  const declaracion = await new SignJWT({
    dia: trx.hoy,
    eslabon: cabeza.eslabon.toString(),
    hash: cabeza.hash.toString('hex'),
  })
    .setProtectedHeader({ alg: 'ES256', kid: publica.kid })
    .setIssuedAt(trx.ahora)
    .sign(await importPKCS8(clave, 'ES256'));
  await sql`insert into sello.punto_de_control (dia, eslabon, declaracion, publicado_en)
    values (${trx.hoy}, ${cabeza.eslabon}, ${declaracion}, ${trx.ahora}) on conflict (dia) do nothing`.execute(
    trx.bd,
  );
}

export async function puntosDeControl(trx: Transaccion): Promise<{ dia: string; declaracion: string }[]> {
  const { rows } = await sql<{ dia: string; declaracion: string }>`
    select dia, declaracion from sello.punto_de_control order by dia desc limit 400`.execute(trx.bd);
  return rows;
}
