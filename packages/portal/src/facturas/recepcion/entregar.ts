import type { ArchivoRecibido } from '../../plataforma/index.ts';
import { erroresDeFacturas } from '../errores.ts';
import type { Entrega, QuienEntrega } from './entrega.ts';
import type { EntornoDeRecepcion } from './entorno.ts';
import { esZip, LIMITES, recibirLote } from './lotes.ts';
import { recibirDocumento } from './recibir-documento.ts';

/** What somebody brings, one document or a zip with several. @throws ErrorDominio 422 when it is neither */
export async function entregar(
  e: EntornoDeRecepcion,
  quien: QuienEntrega,
  { nombre, contenido, excede }: ArchivoRecibido,
): Promise<{ entrega: Entrega } | { lote: string }> {
  const archivo = { nombre, contenido };
  if (contenido.length === 0) throw erroresDeFacturas.ilegible('El archivo está vacío: pesa 0 bytes.');
  if (excede) throw erroresDeFacturas.ilegible('El archivo pesa más de 50 MB. Envíelo en partes.');
  if (esZip(contenido)) return { lote: await recibirLote(e, quien, archivo) };
  if (contenido.length > LIMITES.bytesDeUno)
    throw erroresDeFacturas.ilegible('El archivo pesa más de 5 MB: no es un documento electrónico.');
  return { entrega: await recibirDocumento(e, quien, archivo) };
}
