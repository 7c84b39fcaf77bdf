import datosDepartamentos from './datos/departamentos.json' with { type: 'json' };
import datosMunicipios from './datos/municipios.json' with { type: 'json' };
import { plegar } from '../texto/index.ts';

export interface Departamento {
  /** Two digits of DIVIPOLA. */
  codigo: string;
  nombre: string;
}

export interface Municipio {
  /** Five digits of DIVIPOLA; the first two are the department. */
  codigo: string;
  nombre: string;
  departamento: string;
  /** `Municipio`, `Área no municipalizada` or `Isla`. */
  tipo: string;
  /** Names in common use (`Cali` for Santiago de Cali). */
  alias?: string[];
}

/** Ñ after n, accents do not count first: the order of a Spanish list. */
const ORDEN = new Intl.Collator('es');
const porNombre = (a: { nombre: string }, b: { nombre: string }) => ORDEN.compare(a.nombre, b.nombre);

/** In alphabetical order. */
export const DEPARTAMENTOS: readonly Departamento[] = datosDepartamentos.departamentos.toSorted(porNombre);

/** In alphabetical order. 1.103 municipalities, 18 non-municipal areas and the island of San Andrés. */
export const MUNICIPIOS: readonly Municipio[] = (datosMunicipios.municipios as Municipio[]).toSorted(
  porNombre,
);

const POR_CODIGO = new Map(MUNICIPIOS.map((m) => [m.codigo, m]));

export function departamento(codigo: string): Departamento | undefined {
  return DEPARTAMENTOS.find((d) => d.codigo === codigo);
}

export function municipio(codigo: string): Municipio | undefined {
  return POR_CODIGO.get(codigo);
}

/** In alphabetical order; empty for an unknown department. */
export function municipiosDe(codigoDepartamento: string): Municipio[] {
  return MUNICIPIOS.filter((m) => m.departamento === codigoDepartamento);
}

/** `Medellín (Antioquia)`: many municipalities share their name. */
export function nombreCompleto(m: Municipio): string {
  return `${m.nombre} (${departamento(m.departamento)?.nombre ?? m.departamento})`;
}

/**
 * Municipalities whose name or alias contains what was typed, accents and case aside; those that begin
 * with it come first. Empty text gives nothing.
 */
export function buscarMunicipios(texto: string, limite = 10): Municipio[] {
  const buscado = plegar(texto.slice(0, 60)).trim();
  if (buscado === '') return [];
  const rango = (m: Municipio) => {
    const nombres = [m.nombre, ...(m.alias ?? []), nombreCompleto(m)].map(plegar);
    if (nombres.some((n) => n === buscado)) return 0;
    if (nombres.some((n) => n.startsWith(buscado))) return 1;
    return nombres.some((n) => n.includes(buscado)) ? 2 : 3;
  };
  return MUNICIPIOS.map((m) => ({ m, r: rango(m) }))
    .filter(({ r }) => r < 3)
    .sort((a, b) => a.r - b.r)
    .slice(0, Math.max(0, limite))
    .map(({ m }) => m);
}
