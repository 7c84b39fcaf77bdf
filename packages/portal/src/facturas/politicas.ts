import type { Ambito } from '../plataforma/index.ts';
import type { Rol } from '../cuentas/index.ts';

/** How far one must be able to act for a taxpayer to do something with their documents. The database asks it again. */
export const DE_FACTURAS = {
  /** Delivers what the taxpayer issued, and says where to be told of what is new. */
  entregar: 'presentar',
} as const satisfies Record<string, Ambito>;

/** Officials who deliver a document of anybody. */
export const SOBRE_FACTURAS = {
  entregar: ['operador'],
} as const satisfies Record<string, readonly Rol[]>;
