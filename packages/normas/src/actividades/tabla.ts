import datos from './datos/ciiu.json' with { type: 'json' };
import deLaGente from './datos/titulos.json' with { type: 'json' };

/** A class of CIIU Rev. 4 A.C. (DANE) or one of the five codes that only the RUT has. */
export interface Actividad {
  /** Four digits. */
  codigo: string;
  /** The official one: what is signed and printed. */
  nombre: string;
  /** The same in everyday words, up to 70 letters: what a person is shown first. */
  titulo: string;
  /** Letter of the section; null for the codes of the RUT. */
  seccion: string | null;
  /** Two digits; null for the codes of the RUT. */
  division: string | null;
}

const TITULOS: Readonly<Record<string, string>> = deLaGente.titulos;

export const ACTIVIDADES: readonly Actividad[] = datos.actividades.map((a) => ({
  ...a,
  titulo: TITULOS[a.codigo] ?? a.nombre,
}));

const POR_CODIGO = new Map(ACTIVIDADES.map((a) => [a.codigo, a]));

export function actividad(codigo: string): Actividad | undefined {
  return POR_CODIGO.get(codigo);
}

/** The official name without what only a statistician reads: «n.c.p.» says that it is in no other class. */
export const nombreLlano = (codigo: string): string =>
  (actividad(codigo)?.nombre ?? '').replace(/,?\s*n\.\s?c\.\s?p\.?/giu, '').trim();

export interface ActividadRetirada {
  codigo: string;
  nombre: string;
  /** Classes that took its place. */
  reemplazadoPor: string[];
}

/** Classes of the 2012 version that no longer exist; old RUT records may carry them. */
export const ACTIVIDADES_RETIRADAS: readonly ActividadRetirada[] = datos.retiradas;

const NOMBRE_DE_DIVISION = new Map(datos.divisiones.map((d) => [d.codigo, d.nombre]));
const NOMBRE_DE_SECCION = new Map(datos.secciones.map((s) => [s.codigo, s.nombre]));

/** Names of the section and the division, for showing where a class belongs. */
export function contextoDeActividad(a: Actividad): { seccion: string | null; division: string | null } {
  return {
    seccion: NOMBRE_DE_SECCION.get(a.seccion ?? '') ?? null,
    division: NOMBRE_DE_DIVISION.get(a.division ?? '') ?? null,
  };
}
