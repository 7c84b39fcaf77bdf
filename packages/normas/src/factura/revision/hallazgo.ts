import type { RaizDeDocumento } from './documento.ts';

/** What is wrong with a document, under the code that the DIAN's answers give it. */
export interface Hallazgo {
  /** Letters of the document and of the group, and the number: `FAD06`, `CAU14`, `ZE02`. */
  regla: string;
  /** A rejection keeps the document from being valid; a notification only warns. */
  tipo: 'rechazo' | 'notificacion';
  mensaje: string;
}

/**
 * Prefix of the codes by document (technical annex 1.9, general scheme of the rules): invoice F, credit note
 * C, debit note D, event A; documento soporte DS and its adjustment NS; equivalent documents DE.
 */
const POR_RAIZ: Readonly<Record<RaizDeDocumento, string>> = {
  Invoice: 'F',
  CreditNote: 'C',
  DebitNote: 'D',
  ApplicationResponse: 'A',
};
const POR_TIPO: Readonly<Record<string, string>> = { '05': 'DS', '95': 'NS', '20': 'DE', '94': 'DE' };

export function codigoDeRegla(
  documento: { raiz: RaizDeDocumento; tipo: string | undefined },
  regla: string,
): string {
  return `${POR_TIPO[documento.tipo ?? ''] ?? POR_RAIZ[documento.raiz]}${regla}`;
}
