/** How far one must be able to act for a taxpayer to do something with their returns. */
export const DE_DECLARACIONES = {
  /** Fills a draft. */
  llenar: 'preparar',
  /** Signs and files: of whoever has a title of their own. */
  presentar: 'firmar',
} as const;
