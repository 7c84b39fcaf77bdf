import type { Rol } from './funcionarios/roles.ts';

/** Who may do what with the accounts of officials. The database asks the same again. */
export const CON_LOS_FUNCIONARIOS = {
  /** Sees who has an account and with what roles. */
  ver: ['supervisor', 'operador', 'auditor'],
  /** Creates and retires them. */
  cambiar: ['supervisor', 'operador'],
} as const satisfies Record<string, readonly Rol[]>;

/** Whether any of the roles that one has is among those that something asks for. */
export const alguno = (tiene: readonly Rol[], pide: readonly Rol[]): boolean =>
  tiene.some((r) => pide.includes(r));
