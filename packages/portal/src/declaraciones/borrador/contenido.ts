import type { Json } from '@autogestion/documentos';
import type { EntradaCruda } from '@autogestion/normas/formularios/motor';

/**
 * What was answered, by key: `casilla:32`, `hecho:dependientes`, `anexo:municipios`; other rooms of returns add theirs
 * (`tema:salario`). A key that is not there was not answered, which is not zero.
 */
export type Contenido = Readonly<Record<string, Json>>;

/** What is to change: null takes an answer away. */
export type Cambios = Readonly<Record<string, Json>>;

export const CLAVE_DE_BORRADOR = /^[a-z]{3,20}:[a-zA-Z0-9._:/-]{1,120}$/;

/** The answers whose keys begin so, without that beginning. */
export function parte(contenido: Contenido, prefijo: string): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(contenido).flatMap(([k, v]) =>
      k.startsWith(`${prefijo}:`) ? [[k.slice(prefijo.length + 1), v]] : [],
    ),
  );
}

/** What was written in the form itself. */
export const escritoEnElFormulario = (contenido: Contenido): Required<EntradaCruda> => ({
  casillas: parte(contenido, 'casilla'),
  hechos: parte(contenido, 'hecho'),
  anexos: parte(contenido, 'anexo'),
});

/** An answer that two devices changed. */
export interface Choque {
  clave: string;
  /** What is kept; null when it was taken away. */
  guardado: Json;
  propuesto: Json;
}

/**
 * Puts changes made upon revision `desde` over what there is: by key, so that two devices that answer different things
 * do not meet. What changed meanwhile, and to something else, is a clash, and then nothing is put.
 */
export function mezclar(
  actual: { contenido: Contenido; revisiones: Readonly<Record<string, number>>; revision: number },
  cambios: Cambios,
  desde: number,
): { contenido: Contenido; revisiones: Record<string, number>; revision: number } | { choques: Choque[] } {
  const distintos = Object.entries(cambios).filter(([k, v]) => !iguales(actual.contenido[k] ?? null, v));
  const choques = distintos
    .filter(([k]) => (actual.revisiones[k] ?? 0) > desde)
    .map(([clave, propuesto]) => ({ clave, guardado: actual.contenido[clave] ?? null, propuesto }));
  if (choques.length > 0) return { choques };
  if (distintos.length === 0)
    return { contenido: actual.contenido, revisiones: { ...actual.revisiones }, revision: actual.revision };
  const revision = actual.revision + 1;
  const contenido: Record<string, Json> = { ...actual.contenido };
  const revisiones: Record<string, number> = { ...actual.revisiones };
  for (const [k, v] of distintos) {
    if (v === null) delete contenido[k];
    else contenido[k] = v;
    revisiones[k] = revision;
  }
  return { contenido, revisiones, revision };
}

const iguales = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);
