import type { Catalogo, Clase } from '../catalogo/index.ts';
import type { Ruta } from '../http/index.ts';
import type { Trabajo } from '../trabajos/index.ts';
import type { Contenido } from './sala.ts';

/** The rooms of one office, put together. */
export interface Casa extends Catalogo {
  /** Their names, in their order. */
  readonly salas: readonly string[];
  readonly rutas: readonly Ruta[];
  readonly trabajos: readonly Trabajo[];
  /** Figures for `/metricas`, by name. */
  readonly medidas: NonNullable<Contenido['medidas']>;
}

/**
 * Puts rooms together and looks that nothing is missing.
 * @param planeadas routes to which pages lead and that a room will mount some day: until then the page says what can be
 * done without it.
 * @throws Error that names the two rooms that give one name, or the room that needs what no room has.
 */
export function abrirCasa(contenidos: readonly Contenido[], planeadas: readonly string[] = []): Casa {
  const rutas = contenidos.flatMap((c) => c.rutas ?? []);
  unaVez('room', contenidos, (c) => [c.nombre]);
  const deRuta = unaVez('route', contenidos, (c) => (c.rutas ?? []).map((r) => r.nombre));
  unaVez('address', contenidos, (c) => (c.rutas ?? []).map((r) => `${r.metodo} ${r.camino}`));
  const deTrabajo = unaVez('job', contenidos, (c) => (c.trabajos ?? []).map((t) => t.nombre));
  unaVez('figure', contenidos, (c) => Object.keys(c.medidas ?? {}));
  const tipos = tiposPorClase(contenidos);
  const suscriptores = suscriptoresDe(contenidos, deTrabajo);
  revisarEnlaces(contenidos, deRuta, planeadas);
  const porNombre = new Map(rutas.map((r) => [r.nombre, r]));
  return {
    salas: contenidos.map((c) => c.nombre),
    rutas,
    trabajos: contenidos.flatMap((c) => c.trabajos ?? []),
    medidas: Object.assign({}, ...contenidos.map((c) => c.medidas ?? {})) as Casa['medidas'],
    uno<T>(clase: Clase<T>, nombre: string): T {
      const hallado = tipos.get(clase)?.get(nombre);
      if (!hallado) throw new Error(`No room of this office has the ${clase.que} ${nombre}`);
      return hallado.tipo as T;
    },
    todos: <T>(clase: Clase<T>) => [...(tipos.get(clase)?.values() ?? [])].map((t) => t.tipo as T),
    suscriptores: (hecho) => suscriptores.get(hecho) ?? [],
    camino: (ruta) => porNombre.get(ruta)?.camino,
    roles: (ruta) => porNombre.get(ruta)?.roles ?? [],
  };
}

const dosVeces = (que: string, nombre: string, una: string, otra: string) =>
  new Error(`The ${que} ${nombre} is given twice: by the room ${una} and by the room ${otra}`);

/** @returns which room has each name. */
function unaVez(
  que: string,
  contenidos: readonly Contenido[],
  nombresDe: (c: Contenido) => readonly string[],
): ReadonlyMap<string, string> {
  const salas = new Map<string, string>();
  for (const c of contenidos) {
    for (const nombre of nombresDe(c)) {
      const otra = salas.get(nombre);
      if (otra !== undefined) throw dosVeces(que, nombre, otra, c.nombre);
      salas.set(nombre, c.nombre);
    }
  }
  return salas;
}

type TiposPorClase = ReadonlyMap<object, ReadonlyMap<string, { de: string; tipo: unknown }>>;

function tiposPorClase(contenidos: readonly Contenido[]): TiposPorClase {
  const recibidas = new Set<object>(contenidos.flatMap((c) => c.recibe ?? []));
  const porClase = new Map<object, Map<string, { de: string; tipo: unknown }>>();
  for (const { nombre: de, tipos = [] } of contenidos) {
    for (const { clase, nombre, tipo } of tipos) {
      if (!recibidas.has(clase))
        throw new Error(
          `The room ${de} has the ${clase.que} ${nombre}, and this office has no room that handles any`,
        );
      const suyos = porClase.get(clase) ?? new Map<string, { de: string; tipo: unknown }>();
      const otro = suyos.get(nombre);
      if (otro) throw dosVeces(clase.que, nombre, otro.de, de);
      porClase.set(clase, suyos.set(nombre, { de, tipo }));
    }
  }
  for (const { nombre: de, pide = [] } of contenidos) {
    const falta = pide.find(({ clase, nombre }) => !porClase.get(clase)?.has(nombre));
    if (falta)
      throw new Error(`The room ${de} asks for the ${falta.clase.que} ${falta.nombre}, which no room has`);
  }
  return porClase;
}

function suscriptoresDe(
  contenidos: readonly Contenido[],
  deTrabajo: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const salas = new Set(contenidos.map((c) => c.nombre));
  const porHecho = new Map<string, string[]>();
  for (const c of contenidos) {
    for (const [hecho, trabajos] of Object.entries(c.cuando ?? {})) {
      const publica = hecho.split('.')[0] ?? '';
      if (!salas.has(publica))
        throw new Error(
          `The room ${c.nombre} handles ${hecho}, and this office has no room ${publica} to publish it`,
        );
      const falta = trabajos.find((t) => !deTrabajo.has(t));
      if (falta)
        throw new Error(`The room ${c.nombre} handles ${hecho} with the job ${falta}, which no room has`);
      porHecho.set(hecho, [...new Set([...(porHecho.get(hecho) ?? []), ...trabajos])]);
    }
  }
  return porHecho;
}

function revisarEnlaces(
  contenidos: readonly Contenido[],
  deRuta: ReadonlyMap<string, string>,
  planeadas: readonly string[],
): void {
  for (const nombre of planeadas) {
    const sala = deRuta.get(nombre);
    if (sala) throw new Error(`The route ${nombre} is said to be planned, and the room ${sala} mounts it`);
  }
  for (const c of contenidos) {
    const falta = c.enlaces?.find((nombre) => !deRuta.has(nombre) && !planeadas.includes(nombre));
    if (falta)
      throw new Error(`The room ${c.nombre} leads to the route ${falta}, which no room mounts or plans`);
  }
}
