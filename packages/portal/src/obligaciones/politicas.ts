import type { Rol } from '../cuentas/index.ts';

/** What officials may do with the money that the banks bring. The database asks the same again. */
export const SOBRE_EL_RECAUDO = {
  /** Loads the banks' files, sees what they bring, and writes down the certified rates. */
  recaudar: ['operador', 'obligaciones'],
  /** Says whose is the money that came without an owner. */
  identificar: ['obligaciones'],
} as const satisfies Record<string, readonly Rol[]>;

/** What officials may do with what a taxpayer owes. The database asks the same again. */
export const SOBRE_LO_QUE_SE_DEBE = {
  /** Looks, with a written reason, at what somebody owes and paid. */
  mirar: ['obligaciones', 'supervisor'],
  /** Moves a payment, annuls it, charges by an act of the office or lowers what was charged. */
  cambiar: ['obligaciones'],
} as const satisfies Record<string, readonly Rol[]>;

/** How far one must be able to act for a taxpayer to do something about what they owe. */
export const DEL_TITULAR = {
  /** Tells of a payment, and looks for it. */
  preparar: 'preparar',
  /** Moves a payment between the taxpayer's own obligations, or asks that the office looks at it. */
  mover: 'presentar',
} as const;

/** How far one must be able to act for a taxpayer to do something with what they owe. */
export const DE_PAGOS = {
  /** Figures a payment, asks for a slip, cancels it, begins to pay: it moves nothing until money enters. */
  pagar: 'preparar',
} as const;

/** Who may do what at the desk of obligations. The database asks the same again. */
export const EN_LA_MESA_DE_OBLIGACIONES = {
  /** Looks at a facility that is late, and prepares the act that ends it. */
  atender: ['obligaciones'],
} as const satisfies Record<string, readonly Rol[]>;
