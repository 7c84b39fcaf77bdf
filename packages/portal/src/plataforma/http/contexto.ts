import { AsyncLocalStorage } from 'node:async_hooks';
import type { ActuaPorQuien } from './ruta.ts';

/** What every page of a request shows, whichever room writes it. */
export interface ContextoDePagina {
  actuaPor?: ActuaPorQuien;
}

const almacen = new AsyncLocalStorage<ContextoDePagina>();

export const conContexto = <T>(contexto: ContextoDePagina, obra: () => Promise<T>): Promise<T> =>
  almacen.run(contexto, obra);

/** Of the request being answered; empty outside one. */
export const contextoDePagina = (): ContextoDePagina => almacen.getStore() ?? {};
