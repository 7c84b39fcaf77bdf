import { claveDelDocumento } from '../../firma/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import { documentoDeClave, type Documento } from '../../sello/index.ts';
import type { Caso } from '../consultas.ts';
import { claveDelAcuse } from './acuse.ts';
import { claveDeLaDecision } from './decision.ts';

/** The documents of a case: its receipt, what was signed, and how the office ended it. */
export const DOCUMENTOS = ['acuse', 'firmado', 'decision'] as const;
export type CualDocumento = (typeof DOCUMENTOS)[number];
export type DocumentosDelCaso = Readonly<Partial<Record<CualDocumento, Documento>>>;

/** Undefined when the case has none. */
export async function documentoDelCaso(
  trx: Transaccion,
  caso: Caso,
  cual: CualDocumento,
): Promise<Documento | undefined> {
  const clave = {
    acuse: claveDelAcuse(caso.id),
    firmado: caso.actoId ? claveDelDocumento(caso.actoId) : undefined,
    decision: claveDeLaDecision(caso.id),
  }[cual];
  return clave === undefined ? undefined : documentoDeClave(trx, caso.titular, clave);
}

/** Those that there are. */
export async function documentosDelCaso(trx: Transaccion, caso: Caso): Promise<DocumentosDelCaso> {
  const hallados: [CualDocumento, Documento][] = [];
  for (const cual of DOCUMENTOS) {
    const d = await documentoDelCaso(trx, caso, cual);
    if (d) hallados.push([cual, d]);
  }
  return Object.fromEntries(hallados);
}
