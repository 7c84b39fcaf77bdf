/** A return that counts as filed only once what it owes is paid whole. */
export interface FormalizacionConPago {
  norma: string;
  /** For the person, in one or two sentences. */
  regla: string;
}

/** By the code of their form. What is paid with slip 490 in part does not complete either of them. */
export const FORMALIZACION_CON_PAGO = {
  '2593': {
    norma: 'Resolución DIAN 81 de 2024, art. 2',
    regla:
      'Un recibo del SIMPLE con valor por pagar queda presentado cuando se paga completo con el recibo 490. Pagar una parte no lo completa.',
  },
  '260': {
    norma: 'ET 910 par. 2',
    regla:
      'La declaración anual del SIMPLE solo se da por presentada cuando se paga todo lo que resulta en ella. Pagar una parte no la completa.',
  },
} as const satisfies Record<string, FormalizacionConPago>;
