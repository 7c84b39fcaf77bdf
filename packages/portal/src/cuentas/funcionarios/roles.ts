/** What an official may do. Each route under /mesa names those that it lets through. */
export const ROLES = {
  'mesa-rut': 'Mesa del RUT',
  devoluciones: 'Devoluciones',
  obligaciones: 'Obligaciones y pagos',
  pqsrd: 'PQSRD',
  chat: 'Chat',
  video: 'Videoatención',
  supervisor: 'Supervisión',
  auditor: 'Auditoría',
  operador: 'Operación',
} as const;

export type Rol = keyof typeof ROLES;

export const esRol = (texto: string): texto is Rol => Object.hasOwn(ROLES, texto);
