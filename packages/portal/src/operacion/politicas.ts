import type { Rol } from '../cuentas/index.ts';

/** Who runs the office: sees what lacks its seal, and tries again. */
export const OPERAR = { operar: ['operador'] } as const satisfies Record<string, readonly Rol[]>;
