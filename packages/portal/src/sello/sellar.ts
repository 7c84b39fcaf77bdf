import { sellarPdf } from '@autogestion/documentos';
import { sql } from 'kysely';
import { publicar, type Archivos, type Entorno, type Transaccion } from '../plataforma/index.ts';
import type { Autoridad } from './autoridad.ts';
import { documentoInterno, SELLAR } from './documentos.ts';
import { TIPOS_DE_DOCUMENTO } from './tipos.ts';

/** With what a document is sealed and where it is kept. */
export interface ConQueSeSella {
  autoridad: Autoridad;
  archivos: Archivos;
}

/**
 * Draws a document and seals it, once, however many try. No transaction is open meanwhile.
 * @param enTransaccion of the owner
 */
export async function sellarDocumento(
  o: ConQueSeSella,
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>,
  id: string,
): Promise<void> {
  const pendiente = await enTransaccion(async (trx) => {
    const d = await documentoInterno(trx, id);
    if (!d || d.sellado) return undefined;
    const tipo = trx.casa.uno(TIPOS_DE_DOCUMENTO, d.tipo);
    return { d, tipo, cargado: await tipo.cargar(trx, d), ahora: trx.ahora };
  });
  if (!pendiente) return;
  const { d, tipo, cargado, ahora } = pendiente;
  const pdf = await tipo.dibujar(cargado, d, o.autoridad);
  const sellado = Buffer.from(
    await sellarPdf(pdf, {
      material: o.autoridad.material,
      estampador: o.autoridad.estampador,
      instante: ahora,
      razon: `${tipo.nombre} ${d.idPublico}`,
      lugar: 'Colombia',
    }),
  );
  await enTransaccion(async (trx) => {
    // Two may have drawn it; the lock lets one of them keep its own.
    await sql`select 1 from sello.documento where id = ${id} for update`.execute(trx.bd);
    if ((await documentoInterno(trx, id))?.sellado) return;
    const archivo = await o.archivos.guardar(trx, {
      persona: d.titular,
      tipo: 'application/pdf',
      contenido: sellado,
    });
    await sql`insert into sello.sellado (documento_id, archivo_id, hash, sellado_en)
      values (${id}, ${archivo.id}, ${archivo.hash}, ${trx.ahora})`.execute(trx.bd);
    await publicar(trx, 'sello.documento-sellado', { id });
  });
}

/**
 * Seals what was issued `enElPedido`, after its transaction, so that the answer already has it. What fails, as a timestamp
 * that does not come in its time, is left to the job: asking for a document never fails because of its seal.
 */
export async function sellarEnElPedido(
  e: ConQueSeSella & Pick<Entorno, 'comoPropietario' | 'registro'>,
  id: string,
): Promise<void> {
  try {
    await sellarDocumento(e, (obra) => e.comoPropietario({ tipo: 'sistema', trabajo: SELLAR }, obra), id);
  } catch (err) {
    e.registro.warn({ err }, 'un documento no se sello en el pedido: lo sella el trabajo');
  }
}
