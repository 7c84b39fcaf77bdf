import { AsyncLocalStorage } from 'node:async_hooks';
import type { Catalogo } from '../catalogo/index.ts';
import type { ActuaPorQuien } from './ruta.ts';

/** Who signed in, as the header names them. It is for their eyes: no page with it may be kept for others. */
export interface Persona {
  readonly nombre: string;
  /** Already formatted: «NIT 52.418.906-7». */
  readonly documento?: string;
  /** Of an official who may work: with a second factor. The desk's bar is drawn for them. */
  readonly roles?: readonly string[];
}

/** What every page of a request shows or carries, whichever room writes it. */
export interface ContextoDePagina {
  /** What the rooms of the office that answers have; absent where there is no office around. */
  casa?: Catalogo;
  /** The office's own address, without a final slash: for what is taken out of the page. */
  urlPublica?: string;
  /** Absent where nobody signed in. */
  persona?: Persona | undefined;
  /** For whom they act, when it is not themselves. */
  actuaPor?: ActuaPorQuien | undefined;
  /** Token of the page's forms. */
  csrf: () => string;
  /** Seconds until the session of the page ends if nobody uses it; absent without a session. */
  acabaEn?: number;
  /** The page answers a sending: asked for again, it is the one of its address. */
  respondeA?: 'POST';
  /** Anyone may open the page's route: only then may search engines keep it. */
  publica: boolean;
}

const almacen = new AsyncLocalStorage<ContextoDePagina>();
const porPeticion = new WeakMap<object, ContextoDePagina>();

/** Renders, or does whatever may render, within a context. Outside requests (the gallery, tests) it is given by hand. */
export const conContexto = <T>(contexto: ContextoDePagina, obra: () => T): T => almacen.run(contexto, obra);

/** Of the request being answered. @throws Error outside one */
export function contextoDePagina(): ContextoDePagina {
  const contexto = almacen.getStore();
  if (!contexto) throw new Error('A page is rendered within a request or within `conContexto`');
  return contexto;
}

/** The page of an error is written when the request's own work is over: the context waits for it here. */
export const guardarContexto = (peticion: object, contexto: ContextoDePagina): void =>
  void porPeticion.set(peticion, contexto);

/** Of a request of which nothing was established yet (an address that leads nowhere), that of nobody. */
export const contextoDe = (peticion: object): ContextoDePagina =>
  porPeticion.get(peticion) ?? { csrf: () => '', publica: false };
