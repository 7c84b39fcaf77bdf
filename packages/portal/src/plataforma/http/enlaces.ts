import type { Ruta } from './ruta.ts';

const caminos = new Map<string, string>();

/** Filled by the server with every route that is mounted. */
export function anotarCaminos(rutas: readonly Ruta[]): void {
  for (const r of rutas) caminos.set(r.nombre, r.camino);
}

/**
 * Link by name from the route table, so that a room can lead to one that stands below it.
 * @returns undefined when no such route is mounted: the page then says what it can do without it.
 */
export function enlace(nombre: string, parametros: Record<string, string> = {}): string | undefined {
  const camino = caminos.get(nombre);
  return camino?.replace(/:(\w+)/g, (_, p: string) => {
    const valor = parametros[p];
    if (valor === undefined) throw new Error(`The link ${nombre} needs the parameter ${p}`);
    return encodeURIComponent(valor);
  });
}
