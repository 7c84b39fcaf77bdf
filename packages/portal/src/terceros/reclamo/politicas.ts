import type { Rol } from '../../cuentas/index.ts';

/** How far one must be able to act for somebody to do something about what is reported. */
export const DE_RECLAMOS = {
  /** Says that what others reported of them is not so. */
  reclamar: 'presentar',
  /** Answers whoever says that what they reported is not so. */
  responder: 'presentar',
} as const;

/** What officials may do with them. The database asks the same again. */
export const SOBRE_LOS_RECLAMOS = {
  mirar: ['pqsrd', 'supervisor'],
  /** Has who reported it written to once more. */
  recordar: ['pqsrd'],
} as const satisfies Record<string, readonly Rol[]>;
