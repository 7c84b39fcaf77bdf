/**
 * A notion of which rooms have kinds: «kind of case». The room that owns the notion declares it and reads the kinds; it
 * knows by name none of the rooms that have them.
 */
export interface Clase<T> {
  /** How an error calls it: `kind of case`. */
  readonly que: string;
  /** These kinds, as a room brings them. */
  readonly de: (...tipos: readonly T[]) => Aporte[];
  /** The kinds of those names, as a room asks for them. */
  readonly llamados: (...nombres: readonly string[]) => Llamado[];
}

/** A kind by its name. */
export interface Llamado {
  readonly clase: Pick<Clase<never>, 'que'>;
  readonly nombre: string;
}

/** A kind that a room brings, with the name by which it is asked for. */
export interface Aporte extends Llamado {
  readonly tipo: unknown;
}

/** @param nombreDe name by which a kind of it is asked for; one of each in an office. */
export function clase<T>(que: string, nombreDe: (tipo: T) => string): Clase<T> {
  const esta: Clase<T> = {
    que,
    de: (...tipos) => tipos.map((tipo) => ({ clase: esta, nombre: nombreDe(tipo), tipo })),
    llamados: (...nombres) => nombres.map((nombre) => ({ clase: esta, nombre })),
  };
  return esta;
}

/**
 * What the rooms of one office have, told to whoever runs in it: transactions carry it, and so does the request that is
 * being answered. Two offices of one process have each its own.
 */
export interface Catalogo {
  /** @throws Error when no room of this office has it. */
  uno<T>(clase: Clase<T>, nombre: string): T;
  /** In the order of the rooms, and within each as it wrote them. */
  todos<T>(clase: Clase<T>): readonly T[];
  /** Names of the jobs that a fact becomes. */
  suscriptores(hecho: string): readonly string[];
  /** Pattern of the path of a route; undefined when no room has mounted it. */
  camino(ruta: string): string | undefined;
  /** Roles of officials that a route lets through; none when no room has mounted it, or it is for any of them. */
  roles(ruta: string): readonly string[];
}

/** Of whoever works on the database without an office around: it has no kinds, and nobody handles its facts. */
export const SIN_CASA: Catalogo = {
  uno(clase, nombre) {
    throw new Error(`There is no office here that has the ${clase.que} ${nombre}`);
  },
  todos: () => [],
  suscriptores: () => [],
  camino: () => undefined,
  roles: () => [],
};
