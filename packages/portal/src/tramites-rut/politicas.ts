import type { Rol } from '../cuentas/index.ts';

/** Who may do what over somebody's RUT at the desk. The database asks the same again. */
export const SOBRE_UN_RUT = {
  /** Attends a person who accepts with a code. */
  atender: ['mesa-rut', 'video'],
  /** Of what is attended, files a request that another official decides. */
  presentarSolicitud: ['mesa-rut'],
  /** Opens an act of the office. */
  actuarDeOficio: ['mesa-rut'],
} as const satisfies Record<string, readonly Rol[]>;
