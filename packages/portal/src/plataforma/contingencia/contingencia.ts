import { cifrar, descifrar } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import canonicalize from 'canonicalize';
import type { Claves } from '../cifrado/index.ts';
import { FORMA_ID_PUBLICO, sha256 } from '../ids/index.ts';
import type { Logger } from '../registro/index.ts';
import type { Reloj } from '../reloj/index.ts';
import type { Sesion } from '../sesion/index.ts';
import { intentoDe, SinDondeAnotar, type CarpetaDeIntentos } from './carpeta.ts';
import {
  textoDeConstancia,
  type CausaDeFalla,
  type DeQuienEs,
  type Intento,
  type QueSeIntenta,
} from './intento.ts';
import { Medida, type SeNiega } from './medida.ts';

const CONTEXTO = 'plataforma.intentos';
/** How many sessions that came in are remembered, to know who asks while the database cannot say. */
const SESIONES = 20_000;

interface OpcionesDeContingencia {
  carpeta: CarpetaDeIntentos;
  claves: Claves;
  reloj: Reloj;
  registro: Logger;
  /** The office's signature of a proof, in DER: a port, because the seal stands below this room. It needs no database. */
  firmar: (texto: string, instante: Date) => Promise<Uint8Array>;
}

/** What was asked of the office, and it could not do. */
interface LoQueFallo {
  que: QueSeIntenta;
  causa: CausaDeFalla;
  referencia: string;
  token: string;
  /** The form carries the token of that session: a page of ours was shown to whoever holds it. */
  deUnaPaginaNuestra: boolean;
  titular: string | undefined;
  /** As it came, without the house's own fields. Absent of what was not read. */
  cuerpo: unknown;
}

/** What is left to the person: a proof, or why there is none. */
export type LoQueQueda =
  | { ok: true; intento: Intento; firmada: Uint8Array }
  | ({ ok: false } & (SeNiega | { motivo: 'sin-donde-anotar' }));

/**
 * The minimal way by which a failed attempt is proved: memory, a file and a signature. Whoever asks is known by the
 * sessions that this process saw while there was a database, or by the token of a form of ours.
 */
export class Contingencia {
  readonly carpeta: CarpetaDeIntentos;
  readonly #o: OpcionesDeContingencia;
  readonly #medida = new Medida();
  readonly #sesiones = new Map<string, { persona: string; vence: Date }>();

  constructor(o: OpcionesDeContingencia) {
    this.#o = o;
    this.carpeta = o.carpeta;
  }

  /** A live session that the database has just confirmed. */
  conocer({ token, persona, vence }: Sesion): void {
    if (!persona) return;
    const clave = huellaDeToken(token);
    this.#sesiones.delete(clave);
    this.#sesiones.set(clave, { persona, vence });
    for (const vieja of this.#sesiones.keys()) {
      if (this.#sesiones.size <= SESIONES) break;
      this.#sesiones.delete(vieja);
    }
  }

  /** @returns nothing to whoever is not known to have an account here: a stranger has nothing to prove */
  async dejarConstancia(f: LoQueFallo): Promise<LoQueQueda | undefined> {
    const en = this.#o.reloj.ahora();
    const sesion = huellaDeToken(f.token);
    const conocida = this.#sesiones.get(sesion);
    const persona = conocida && conocida.vence > en ? conocida.persona : undefined;
    if (persona === undefined && !f.deUnaPaginaNuestra) return undefined;
    const quien = persona ?? sesion;
    const no = this.#medida.pedir(quien, en.getTime(), { conocida: persona !== undefined });
    if (no) return { ok: false, ...no };
    const titular = f.titular !== undefined && FORMA_ID_PUBLICO.test(f.titular) ? f.titular : undefined;
    try {
      const renglon = await this.carpeta.anotar({
        en,
        que: f.que,
        causa: f.causa,
        referencia: f.referencia,
        ...definidos({ huella: this.#huella(f.cuerpo) }),
        sobre: this.#cerrar({ sesion, ...definidos({ persona, titular }) }),
      });
      const intento = intentoDe(renglon);
      this.#medida.dada(quien, intento.numero);
      return { ok: true, intento, firmada: await this.firmada(intento) };
    } catch (error) {
      if (!(error instanceof SinDondeAnotar)) throw error;
      this.#o.registro.error({ err: error.cause }, 'un intento fallido no se pudo anotar');
      return { ok: false, motivo: 'sin-donde-anotar' };
    }
  }

  /** The proof of an attempt, signed now. */
  firmada(intento: Intento): Promise<Uint8Array> {
    return this.#o.firmar(textoDeConstancia(intento), this.#o.reloj.ahora());
  }

  /** @returns undefined of what this office did not encrypt */
  abrir(sobre: string): DeQuienEs | undefined {
    try {
      const claro = descifrar(Buffer.from(sobre, 'base64'), this.#o.claves.derivar(CONTEXTO), CONTEXTO);
      return JSON.parse(Buffer.from(claro).toString()) as DeQuienEs;
    } catch {
      return undefined;
    }
  }

  #cerrar(de: DeQuienEs): string {
    const claro = Buffer.from(JSON.stringify(de));
    return Buffer.from(cifrar(claro, this.#o.claves.derivar(CONTEXTO), CONTEXTO)).toString('base64');
  }

  /** With a key: what was sent may have a password in it, that nobody shall try to guess from here. */
  #huella(cuerpo: unknown): string | undefined {
    const texto = cuerpo === undefined ? undefined : canonicalize(cuerpo);
    return texto === undefined ? undefined : this.#o.claves.hmac(`${CONTEXTO}.huella`, texto).toString('hex');
  }
}

const huellaDeToken = (token: string): string => sha256(token).toString('hex');
