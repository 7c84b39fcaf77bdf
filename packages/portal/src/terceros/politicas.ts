/** How far one must be able to act for a reporter to do something with its deliveries. */
export const DE_ENTREGAS = {
  /** Brings a file, confirms what is doubtful in it, discards it. */
  preparar: 'preparar',
  /** Signs and files: of whoever has a title of their own. */
  presentar: 'firmar',
} as const;
