import type { Presentacion } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import type { Evaluacion } from '@autogestion/normas/rut';
import type { z } from 'zod';
import type { Rol } from '../cuentas/index.ts';
import { clase, type SerieRadicado, type Transaccion } from '../plataforma/index.ts';
import type { Flujo } from './flujo.ts';
import type { Hallazgo } from './marcha.ts';

/** A document that a request of this kind asks for. */
export interface DocumentoPedido {
  /** Stable, kebab-case: `certificado-contador`. Kept with each file. */
  id: string;
  /** For the person. */
  nombre: string;
  ayuda?: string;
  /** Without it one cannot sign. Where any of several lists is enough, `comprobar` says it instead. */
  obligatorio: boolean;
}

/** What is known of a request at a moment: when the person sees the answer, when they sign, and at the desk. */
export interface Situacion<S> {
  titular: string;
  solicitud: S;
  /** Identifiers of `documentos` that have a file, or that the official who attended saw. */
  aportados: readonly string[];
  /** What officials verified, by the identifier of `verificables`. Missing: nobody did. */
  verificado: Readonly<Record<string, Hallazgo>>;
}

/** Text with which the official begins to write; they may change all of it. */
export interface Plantilla {
  razones: string;
  /** Articles, as they will stand in the act. */
  fundamento: string;
}

export interface CasoParaEfecto<S> {
  id: string;
  radicado: string;
  titular: string;
  solicitud: S;
}

/** A kind of case. The capability whose procedure it is declares and brings it; this room knows none by name. */
export interface TipoDeCaso<S = unknown> {
  /** `tramites-rut.retiro-iva`; also the kind of act that is signed. */
  tipo: string;
  /** What a person calls it. */
  nombre: string;
  /** Number of the official form. */
  formulario?: string;
  /** Two letters of its radicados: a series that exists (`plataforma.crear_serie`). */
  serie: SerieRadicado;
  /** Whose queue. */
  rol: Rol;
  flujo: Flujo;
  /** Nobody decides it alone: another official confirms. */
  cuatroOjos: boolean;
  /** A taxpayer may have several open at once; one of each kind unless told. */
  variosALaVez?: true;
  esquema: z.ZodType<S>;
  /** What the person signs, the desk reads and the acuse prints: everything that binds. */
  presentar: (s: S) => Presentacion;
  documentos: (s: S) => readonly DocumentoPedido[];
  /**
   * What an official must look for outside and record; «no verificado» until then. `condicion`: the one that it decides,
   * where it is called otherwise.
   */
  verificables: readonly { id: string; que: string; condicion?: string }[];
  /** The conditions as they are now. Not met: it is not signed and not approved. Not known: the official verifies. */
  comprobar: (trx: Transaccion, s: Situacion<S>) => Promise<Evaluacion>;
  /** By direction of `flujo.sentidos`, and `devuelta`. `e` is what `comprobar` says at that moment. */
  plantilla: (sentido: string, c: { solicitud: S; evaluacion: Evaluacion }) => Plantilla;
  /** What an approval does, in the transaction of the decision. */
  alAprobar?: (trx: Transaccion, c: CasoParaEfecto<S>) => Promise<void>;
  /**
   * What the office decides by itself: a request of which it says a sentence, when its conditions are all met as it is
   * filed, is born approved, with its effect. Undefined: it goes to the queue.
   */
  deUnaVez?: (s: S) => string | undefined;
  /** Where a person begins another one, under `/de/:titular`. */
  empezar?: string;
}

/** Erases the type of the request: the engine parses it with the schema before it hands it over. */
export function tipoDeCaso<S>(t: TipoDeCaso<S>): TipoDeCaso {
  const { alAprobar, deUnaVez, ...resto } = t;
  const leida = (solicitud: unknown) => t.esquema.parse(solicitud);
  return {
    ...resto,
    presentar: (s) => t.presentar(leida(s)),
    documentos: (s) => t.documentos(leida(s)),
    comprobar: (trx, s) => t.comprobar(trx, { ...s, solicitud: leida(s.solicitud) }),
    plantilla: (sentido, c) => t.plantilla(sentido, { ...c, solicitud: leida(c.solicitud) }),
    ...definidos({
      deUnaVez: deUnaVez && ((s: unknown) => deUnaVez(leida(s))),
      alAprobar:
        alAprobar &&
        ((trx: Transaccion, c: CasoParaEfecto<unknown>) =>
          alAprobar(trx, { ...c, solicitud: leida(c.solicitud) })),
    }),
  };
}

export const TIPOS_DE_CASO = clase<TipoDeCaso>('kind of case', (t) => t.tipo);
