import type { z } from 'zod';
import type { Logger } from 'pino';
import type { Catalogo } from '../catalogo/index.ts';
import type { QueSeIntenta } from '../contingencia/index.ts';
import type { NivelDePrueba, Sesion } from '../sesion/index.ts';
import type { Actor, Ambito, Transaccion } from '../transaccion/index.ts';
import type { TextoFijo } from './compresion.ts';
import type { Rechazo } from './rechazo.ts';

/**
 * Who may come through a route.
 * - `publico`: anyone.
 * - `visitante`: whoever has a live session, also without having said who they are.
 * - `cuenta`: whoever signed in, taxpayer or official, about their own account.
 * - `persona`: a signed-in person, about themselves and not about whom they may act for.
 * - `titular`: a signed-in person, acting for the one whose opaque identifier is `:titular` in the path.
 * - `funcionario`: a signed-in official with one of the route's `roles`.
 */
export type Acceso = 'publico' | 'visitante' | 'cuenta' | 'persona' | 'titular' | 'funcionario';

/** For whom one acts on a page, when it is not oneself: what the banner says. */
export interface ActuaPorQuien {
  nombre: string;
  /** Already formatted. */
  documento: string;
  /** Why they may: «representante legal», «delegado para consultar». */
  calidad: string;
}

/** What a form brings: one text per field, or several. */
export type Formulario = Record<string, string | string[]>;

/** A file as it came: neither its name nor its type is believed. */
export interface ArchivoRecibido {
  campo: string;
  nombre: string;
  contenido: Buffer;
  /** It was larger than the route takes: what follows was not read. */
  excede?: true;
}

export interface Peticion<Parametros = unknown, Cuerpo = unknown, Consulta = unknown> {
  parametros: Parametros;
  cuerpo: Cuerpo;
  consulta: Consulta;
  /** The form as it was typed, for giving it back. Empty where there was none. */
  escrito: Formulario;
  /** Files of a `multiparte` route; fields in which none was chosen are left out. */
  archivos: readonly ArchivoRecibido[];
  /** The house's own hidden fields (`_revision`, `_accion`…). They can be tampered with. */
  ocultos: Record<string, string>;
  /** A header of the request, by its lower-case name. */
  cabecera: (nombre: string) => string | undefined;
  actor: Actor;
  sesion: Sesion | undefined;
  /** Person for whom one is acting; only where the route's access is `titular`. */
  titular: string;
  /** Token of the page's forms, for whoever answers with it outside a page. */
  csrf(): string;
  /** From here on the page's forms are of a session that this very answer opens. */
  estrenar(sesion: Sesion): void;
  /** What was typed into this page before the session expired, given back once. */
  recuperado: Formulario | undefined;
  /** Where the person was going when the session expired. */
  caminoRecuperado: string | undefined;
  /** Header `Idempotency-Key` (API) or hidden field `_clave` (forms). */
  claveIdempotencia: string | undefined;
  ip: string;
  /** Whoever asks sits at the office's own machine, without a proxy between. */
  deEstaMaquina: boolean;
  /** Secret by which an account knows this browser: it came in from here before. */
  dispositivo: string | undefined;
  camino: string;
  /** Opaque reference that the person can quote and the log has. */
  referencia: string;
  registro: Logger;
  /** What the rooms of this office have. */
  casa: Catalogo;
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>;
}

interface Comun {
  /** Session whose cookie is set; `null` closes the one there is. */
  sesion?: Sesion | null;
  /** Secret by which the account that has just come in will know this browser. */
  dispositivo?: string;
  cabeceras?: Record<string, string>;
}

export type Respuesta = Comun &
  (
    | { tipo: 'pagina'; html: string; estado?: number }
    | { tipo: 'fija'; fijo: TextoFijo }
    | { tipo: 'redireccion'; a: string }
    | { tipo: 'json'; cuerpo: unknown; estado?: number }
    | { tipo: 'archivo'; contenido: Buffer; media: string; nombre: string; enLinea?: boolean }
    | { tipo: 'texto'; texto: string; media: string; estado?: number }
    | Rechazo
  );

export interface Ruta<
  P extends z.ZodType = z.ZodType,
  C extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
> {
  /** `capacidad.verbo-sustantivo`: the name by which other rooms link to it. */
  nombre: string;
  metodo: 'GET' | 'POST' | 'PUT' | 'DELETE';
  camino: string;
  acceso: Acceso;
  /**
   * How far a person must be able to act for `:titular`. Unless told, looking asks for `consultar` and everything else
   * for `firmar`: a route that forgets to say it is for nobody's delegate.
   */
  ambito?: Ambito;
  /** Officials: any of these roles. None means that it is enough to be one. */
  roles?: readonly string[];
  /** Needs a factor proved a few minutes ago: otherwise it is asked for, and what was typed comes back. */
  reciente?: NivelDePrueba;
  parametros?: P;
  cuerpo?: C;
  consulta?: Q;
  /** Requests a minute from one address. */
  porMinuto?: number;
  /** Largest body in bytes, 64 KiB unless told; where there are files, of each: 20 MiB unless told. */
  maximo?: number;
  /** Does not look at who comes: for what must answer when the database does not. */
  sinMirarQuien?: true;
  /** A page without forms that says the same, until the office is started again, to whoever has no session: written once. */
  igualParaTodos?: true;
  /** What somebody with a due date does here: where the office fails, they are given a proof that they tried. */
  intento?: QueSeIntenta;
  /** Asked when everything but the body is known: who throws here is not read. */
  antesDeLeer?: (p: Peticion) => void;
  /** Accepts files. */
  multiparte?: boolean;
  /** How many files in one body; one unless told. */
  archivos?: number;
  /**
   * It asks nothing of the session that there is (signing in, signing out): that the browser says that the form is ours is
   * enough, without the session's token. Another tab may have signed in since the form was shown.
   */
  sinAutoridad?: true;
  /** Where a person without a live session is sent; the house's sign-in page unless told. */
  sinSesion?: (parametros: z.output<P>) => string;
  /**
   * The page again, with what was typed and each message beside its field: for what its schema refuses and for what
   * the handler does (`return rechazo({ … })`), which is given too.
   */
  invalido?: (
    p: Peticion<z.output<P>, undefined, z.output<Q>>,
    campos: Record<string, string>,
    rechazo?: Rechazo,
  ) => Promise<string>;
  /** Present on routes of the API: what the documentation says of them. */
  api?: {
    resumen: string;
    /** Takes `Idempotency-Key`: the handler does its work through `unaSolaVez`. */
    idempotente?: true;
    etiqueta: string;
    respuestas: Record<number, z.ZodType | string>;
    descripcion?: string;
  };
  manejar: (p: Peticion<z.output<P>, z.output<C>, z.output<Q>>) => Promise<Respuesta>;
}

/** Declares a route: its types follow from its schemas. */
export function ruta<P extends z.ZodType, C extends z.ZodType, Q extends z.ZodType>(r: Ruta<P, C, Q>): Ruta {
  return r;
}

export const pagina = (html: string, estado = 200): Respuesta => ({ tipo: 'pagina', html, estado });
export const redirigir = (a: string): Respuesta => ({ tipo: 'redireccion', a });
export const json = (cuerpo: unknown, estado = 200): Respuesta => ({ tipo: 'json', cuerpo, estado });
