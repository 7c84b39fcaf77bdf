import type { Claves, Codigos, EnTransaccion } from '../plataforma/index.ts';
import type { Autenticador } from './autenticador/index.ts';
import type { Llaves } from './llaves/index.ts';

/** What the use cases of this room need of the office. */
export interface Contexto {
  enTransaccion: EnTransaccion;
  codigos: Codigos;
  claves: Claves;
  llaves: Llaves;
  autenticador: Autenticador;
}

/** The account that is nobody's: what is asked of it costs the same and finds nothing. */
export const CUENTA_DE_NADIE = '00000000-0000-0000-0000-000000000000';
