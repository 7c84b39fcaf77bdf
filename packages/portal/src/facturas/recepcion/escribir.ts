import { sql } from 'kysely';
import { llamar, nombreDelActor, type Transaccion } from '../../plataforma/index.ts';
import type { ArchivoEntregado, Entrega, QuienEntrega } from './entrega.ts';

export async function guardarEntrega(
  trx: Transaccion,
  e: Entrega,
  o: { quien: QuienEntrega; hash: Buffer; tamano: number; lote: ArchivoEntregado['lote'] },
): Promise<void> {
  await sql`insert into facturas.entrega (id, id_publico, titular_id, funcionario_id, actor, lote, posicion, nombre, hash,
      tamano, archivo, veredicto, tipo, numero, codigo, nit_emisor, hallazgos, respuesta, respuesta_codigo, recibida_en)
    values (${e.id}, ${e.idPublico}, ${o.quien.titular ?? null}, ${o.quien.funcionario ?? null},
      ${nombreDelActor(trx.actor)}, ${o.lote?.id ?? null}, ${o.lote?.posicion ?? null}, ${e.nombre}, ${o.hash}, ${o.tamano},
      ${e.archivo}, ${e.veredicto}, ${e.tipo}, ${e.numero}, ${e.codigo}, ${e.nitEmisor},
      ${JSON.stringify(e.hallazgos)}::jsonb, ${e.respuesta}, ${e.respuestaCodigo}, ${e.recibidaEn})`.execute(
    trx.bd,
  );
}

/** @returns the keys whose sequences moved */
export async function inscribir(
  trx: Transaccion,
  { comoPropietario }: Pick<QuienEntrega, 'comoPropietario'>,
  { documento, evento }: { documento: object; evento: object | null },
): Promise<string[]> {
  const dado = { documento, evento, hoy: trx.hoy };
  const claves = comoPropietario
    ? await llamar(trx, 'facturas.inscribir', dado)
    : await llamar(trx, 'facturas.inscribir_lo_mio', dado);
  return claves ?? [];
}
