import type { Json } from '@autogestion/documentos';
import { sql } from 'kysely';
import { auditar, errores, llamar, publicar, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { versionVigente } from '../../rut/index.ts';
import { erroresDeTerceros } from '../errores.ts';
import type { ActoDeExogena } from './acto.ts';
import { tomarEntrega, type Entrega } from './entrega.ts';
import { PRESENTAR_EXOGENA } from './nombres.ts';
import { plazoDe, sancionDeEntrega } from './plazo.ts';

/**
 * What would be signed of a delivery now. It is held: what is signed is what is filed.
 * @throws ErrorDominio `terceros.con-errores`, `terceros.sin-confirmar`, `terceros.ya-presentada`…
 */
export async function loQueSeFirmaDeLaEntrega(
  trx: Transaccion,
  idPublico: string,
): Promise<{ tipo: string; acto: Json }> {
  const e = await tomarEntrega(trx, idPublico);
  const { leida } = e;
  if (e.presentada) throw erroresDeTerceros.yaPresentada();
  if (e.estado === 'descartada') throw erroresDeTerceros.descartada();
  if (!leida) throw erroresDeTerceros.sinTerminarDeLeer();
  if (leida.errores > 0 || leida.formato === null || leida.version === null)
    throw erroresDeTerceros.conErrores();
  if (leida.dudas > 0 && !e.confirmada) throw erroresDeTerceros.sinConfirmar();
  if (e.reemplazaA && !(await sigueEnFirme(trx, e.reemplazaA.idPublico)))
    throw erroresDeTerceros.noSeReemplaza();
  const version = await versionVigente(trx, titularDe(trx));
  if (!version) throw errores.noEncontrado();
  const plazo = plazoDe(version.registro, e.anio);
  const sancion = e.reemplazaA ? undefined : sancionDeEntrega({ plazo, hoy: trx.hoy, total: leida.total });
  const acto: ActoDeExogena = {
    entrega: e.idPublico,
    archivo: e.archivo,
    huella: leida.huella,
    formato: leida.formato,
    version: leida.version,
    anio: e.anio,
    reemplaza: e.reemplazaA?.radicado ?? null,
    registros: leida.registros,
    total: String(leida.total),
    confirmadas: leida.dudas,
    vence: plazo?.fecha ?? null,
    presentada: trx.hoy,
    sancion: sancion ? Number(sancion.final) : null,
  };
  return { tipo: PRESENTAR_EXOGENA, acto };
}

async function sigueEnFirme(trx: Transaccion, idPublico: string): Promise<boolean> {
  const { rows } = await sql<{ una: number | null }>`select 1 as una from terceros.vigentes
    where id_publico = ${idPublico} and titular_id = plataforma.actor_titular()`.execute(trx.bd);
  return rows.length > 0;
}

/** Files what was signed in this transaction: from here on it stands, and what it replaces does not. */
export async function presentarEntrega(trx: Transaccion, acto: { id: string }): Promise<void> {
  const id = await llamar(trx, 'terceros.presentar', { acto: acto.id });
  if (id === null) throw erroresDeTerceros.cambio();
  await auditar(trx, { accion: 'terceros.presentar-exogena', objeto: `entrega:${id}` });
  await publicar(trx, 'terceros.entrega-presentada', { id });
}

/**
 * Whoever delivers says that what was doubted is right.
 * @throws ErrorDominio when there is nothing to confirm
 */
export async function confirmarDudas(trx: Transaccion, idPublico: string): Promise<void> {
  const e = await porPresentar(trx, idPublico);
  if (!e.leida) throw erroresDeTerceros.sinTerminarDeLeer();
  if (e.leida.errores > 0) throw erroresDeTerceros.conErrores();
  if (e.confirmada) return;
  await sql`update terceros.entrega set confirmada_en = ${trx.ahora} where id = ${e.id}`.execute(trx.bd);
  await auditar(trx, { accion: 'terceros.confirmar-avisos', objeto: `entrega:${e.id}` });
}

/** It will not be filed. Again, it does nothing. @throws ErrorDominio `terceros.ya-presentada` */
export async function descartarEntrega(trx: Transaccion, idPublico: string): Promise<void> {
  const e = await porPresentar(trx, idPublico, true);
  if (e.estado === 'descartada') return;
  await sql`update terceros.entrega set descartada_en = ${trx.ahora} where id = ${e.id}`.execute(trx.bd);
  await auditar(trx, { accion: 'terceros.descartar-entrega', objeto: `entrega:${e.id}` });
}

async function porPresentar(
  trx: Transaccion,
  idPublico: string,
  tambienDescartada = false,
): Promise<Entrega> {
  const e = await tomarEntrega(trx, idPublico);
  if (e.presentada) throw erroresDeTerceros.yaPresentada();
  if (e.estado === 'descartada' && !tambienDescartada) throw erroresDeTerceros.descartada();
  return e;
}
