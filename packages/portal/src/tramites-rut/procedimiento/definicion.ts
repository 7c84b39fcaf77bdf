import type { TramiteOfrecido } from '../../rut/index.ts';
import type { Json, Presentacion } from '@autogestion/documentos';
import type { Evaluacion } from '@autogestion/normas/rut';
import type { Guion } from '../../interfaz/recorrido/index.ts';
import type { Reloj, Transaccion } from '../../plataforma/index.ts';
import type { CasoParaEfecto, DocumentoPedido, Ficha, Flujo, Leible } from '../../tramites/index.ts';
import type { TextosDeEntrada } from './entrada.tsx';
import type { HechosDelBorrador } from './hechos-del-rut.ts';
import { alResponder, type LoQueSeSabe } from './lo-que-se-sabe.ts';
import type { TextosDeDecision } from './plantilla.ts';
import type { TextosDeRespuesta } from './respuesta.tsx';
import type { PorVerificar } from './verificaciones.ts';

/**
 * A procedure of the RUT that is asked for, signed, verified and decided, told once: from here come its pages and API, its
 * kind of case, its entry in the pages of the RUT and what an official files with the person in front.
 * `S`, what is declared and signed; `R`, the answers it is read from; `P`, all that is asked.
 */
export interface DefinicionDeProcedimiento<S extends Json, R extends object, P extends R> {
  /** Kind of case, of signed act and of draft: `tramites-rut.cese-iva`. */
  id: string;
  /** Last part of its address: `cese-iva`. */
  camino: string;
  titulo: string;
  /** Raised when the questions change. */
  version: number;
  preguntas: (reloj: Reloj) => Guion<P, HechosDelBorrador>;
  /** How the questionnaire answers, before anything is asked for. */
  respuesta: TextosDeRespuesta<Leible<R, HechosDelBorrador>>;
  ficha: Ficha<S, R, HechosDelBorrador>;
  /** The conditions of normas, with what is known and what was declared. */
  evaluar: (sabido: LoQueSeSabe, s: S) => Evaluacion;
  /** A request tells the years before its own: one that was left for the next year is asked again before it is signed. */
  anio?: (s: S) => number;
  caso: {
    nombre: string;
    /** As the other procedures of the RUT unless told. */
    flujo?: Flujo;
    cuatroOjos?: true;
    presentar: (s: S) => Presentacion;
    documentos: (s: S) => readonly DocumentoPedido[];
    /** What officials look for, besides whether the RUT says what the documents say. */
    verificables?: readonly { id: PorVerificar; que: string }[];
    decision: TextosDeDecision;
    alAprobar: (trx: Transaccion, c: CasoParaEfecto<S>) => Promise<void>;
  };
  /** Its first page. */
  textos: (o: { anio: number; base: string }) => TextosDeEntrada;
  /** How the pages of the RUT offer it, and to whom. */
  enRut: Omit<TramiteOfrecido, 'ruta'>;
  /** For whoever has no signature, with an official; absent where the law wants it signed. */
  asistido?: { nombre: string; ayuda: string; fundamento: string };
}

/** Conditions of which the registry alone already says that they are not met. */
export const evaluarSinRespuestas = <S extends Json, R extends object>(
  d: Pick<DefinicionDeProcedimiento<S, R, never>, 'ficha' | 'evaluar'>,
  hechos: HechosDelBorrador,
): Evaluacion => alResponder(d.ficha, d.evaluar)({ respuestas: {}, hechos });
