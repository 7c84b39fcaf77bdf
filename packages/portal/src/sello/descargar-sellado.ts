import { auditar, type Archivos, type Respuesta, type Transaccion } from '../plataforma/index.ts';
import type { Documento } from './documentos.ts';
import { TIPOS_DE_DOCUMENTO } from './tipos.ts';

interface Descarga {
  archivos: Archivos;
  /** How the audit of its taxpayer names the reading. */
  accion: string;
  /** What is thrown of one that does not exist yet, or is not sealed yet. */
  sinSellar: () => Error;
  /** To be read inside a page of ours. */
  enLinea?: boolean;
}

/** The sealed PDF of a document, with the reading in the audit. Whoever calls has asked whether it may be seen. */
export async function descargarSellado(
  trx: Transaccion,
  d: Documento | undefined,
  { archivos, accion, sinSellar, enLinea = false }: Descarga,
): Promise<Respuesta> {
  if (!d?.sellado) throw sinSellar();
  const { contenido } = await archivos.leer(trx, d.sellado.archivo);
  await auditar(trx, { accion, persona: d.titular, objeto: `documento:${d.id}` });
  return {
    tipo: 'archivo',
    contenido,
    media: 'application/pdf',
    nombre: trx.casa.uno(TIPOS_DE_DOCUMENTO, d.tipo).nombreArchivo(d),
    enLinea,
  };
}
