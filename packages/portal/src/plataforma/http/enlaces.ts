import { contextoDePagina } from './contexto.ts';

/** Links by name of one room: it leads only to routes that it says. */
export interface Enlaces<N extends string> {
  /**
   * The path of a route, whichever room mounts it.
   * @returns undefined when it is only planned: the page then says what it can do without it.
   * @throws Error outside a request.
   */
  (nombre: N, parametros?: Record<string, string>): string | undefined;
  /** Officials whom the route lets through; none when it is not mounted, or is for any of them. */
  readonly roles: (nombre: N) => readonly string[];
  /** For the room's own value: the start looks that each is mounted or planned. */
  readonly nombres: readonly N[];
}

/** Declares the routes to which a room's pages lead, so that a room can lead to one that stands below it. */
export function enlaces<const N extends string>(...nombres: readonly N[]): Enlaces<N> {
  const enlace = (nombre: N, parametros: Record<string, string> = {}) =>
    contextoDePagina()
      .casa?.camino(nombre)
      ?.replace(/:(\w+)/g, (_, p: string) => {
        const valor = parametros[p];
        if (valor === undefined) throw new Error(`The link ${nombre} needs the parameter ${p}`);
        return encodeURIComponent(valor);
      });
  const roles = (nombre: N) => contextoDePagina().casa?.roles(nombre) ?? [];
  return Object.assign(enlace, { nombres, roles });
}
