/**
 * What the law leaves to whoever could not file because the service was down. ET 579-2, read in a copy of the text: a
 * return that has to be filed by electronic means bears no penalty for lateness if it is filed at the latest on the day
 * after the service is back. How that outage is declared, and whether the day is a business day, the copy does not say.
 */
export const CONTINGENCIA = {
  articulo: 'ET art. 579-2',
  /** Days after the service is back. */
  dias: 1,
  fuente: 'https://www.suin-juriscol.gov.co/viewDocument.asp?id=1132325',
  textoLeidoEn: 'copia',
} as const;
