import type { Llaves } from '../cuentas/index.ts';
import type { Claves, Codigos } from '../plataforma/index.ts';
import type { Autoridad } from '../sello/index.ts';

/** What the use cases of this room need of the office. */
export interface EntornoFirma {
  autoridad: Autoridad;
  claves: Claves;
  codigos: Codigos;
  /** Passkeys: one may take the place of the dynamic key. */
  llaves: Llaves;
  /** Where the revocation list and the policy are published. */
  urlPublica: string;
  demostracion: boolean;
}

/** What goes beside the password to close a key; derived, so that it is never in the database. */
export const pimienta = (claves: Claves): Uint8Array => claves.derivar('firma.clave');

/** A key's envelope is of one person alone. */
export const contextoDeClave = (persona: string): string => `firma.clave:${persona}`;
