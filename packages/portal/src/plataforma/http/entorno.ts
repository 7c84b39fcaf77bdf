import type { Catalogo } from '../catalogo/index.ts';
import type { Claves } from '../cifrado/index.ts';
import type { Contingencia } from '../contingencia/index.ts';
import type { Politica } from '../politica/index.ts';
import type { Reloj } from '../reloj/index.ts';
import type { Persona } from './contexto.ts';
import type { Sesion } from '../sesion/index.ts';
import type { Ambito, EnTransaccion, Transaccion } from '../transaccion/index.ts';
import type { ActuaPorQuien } from './ruta.ts';

/** What the routes need of the office around them; `app.ts` fills it. */
export interface EntornoHttp {
  /** What the rooms have. */
  casa: Catalogo;
  urlPublica: string;
  claves: Claves;
  enTransaccion: EnTransaccion;
  reloj: Reloj;
  /** How a failed attempt is proved. */
  contingencia: Contingencia;
  /** The live session of a token, `'vencida'` when it once was one; `prueba` is the secret of its last proof. */
  sesionDe: (token: string, prueba: string | undefined) => Promise<Sesion | 'vencida' | undefined>;
  /** Who is `:titular`, for whoever is acting; undefined when it is not for them. Filled by `app.ts`. */
  titular: (trx: Transaccion, idOpaco: string) => Promise<Titulo | undefined>;
  /** Why it is not for them any more, where it once was. Filled by `app.ts`. */
  yaNoActua: (trx: Transaccion, idOpaco: string) => Promise<string | undefined>;
  /** How the header names whoever acts in the transaction; undefined for visitors. Filled by `app.ts`. */
  quienEntro: (trx: Transaccion) => Promise<Persona | undefined>;
  /** May the official of the transaction come through? Filled by `app.ts`. */
  tieneRol: (trx: Transaccion, roles: readonly string[]) => Promise<boolean>;
  politica: Politica;
  /** Where someone without a session goes, unless the route says otherwise. */
  caminoEntrar: string;
  /** The same for officials. */
  caminoMesa: string;
  /** Where fresh proof is asked for, and where officials give it. */
  caminoConfirmar: string;
}

/** With what title one acts for `:titular`. */
export interface Titulo {
  titular: string;
  ambito: Ambito;
  /** Absent for oneself. */
  actuaPor?: ActuaPorQuien;
}
