import { casillasDe } from '../../motor/index.ts';
import { COMPUESTOS } from '../compuestos.ts';
import { FORMULARIO_210 } from '../formulario.ts';
import { desdeTemas } from './desde-temas.ts';
import { reglasDe } from './reportes.ts';
import type { Regla, Reporte } from './reportes.ts';
import { respuestasDe, sugerir } from './sugerir.ts';

/** A box of form 210 that one amount of a report suggests. */
export interface UsoSugerido {
  casilla: string;
  /** As the form of that year calls it. */
  nombre: string;
  /** It is not written there: the office computes the box with it. */
  seCalcula: boolean;
}

const NOMBRES = new Map(casillasDe(FORMULARIO_210).map((c) => [c.clave, c.nombre]));

/** Whether the boxes of a year are known here: they move from one form to the next. */
export const hayCasillasDe = (anio: number): boolean =>
  anio >= FORMULARIO_210.anios.desde && anio <= FORMULARIO_210.anios.hasta;

/**
 * Where each amount of a report goes in form 210, by the name that the format gives its column. It is found by filling
 * the form with what the report suggests and nothing else, so that it says what the prefill does. Of a year whose form is
 * not known nothing is said.
 */
export function usosDe(reporte: Reporte, anio: number): ReadonlyMap<string, readonly UsoSugerido[]> {
  const usos = new Map<string, readonly UsoSugerido[]>();
  if (!hayCasillasDe(anio)) return usos;
  const reglas = reglasDe(reporte);
  for (const sugerencia of sugerir({ reportes: [reporte] }).sugerencias) {
    const regla = reglas.find((r) => r.tema === sugerencia.tema);
    if (!regla) continue;
    const { origenes } = desdeTemas(respuestasDe([sugerencia]), anio);
    for (const [columna, campos] of Object.entries(regla.columnas)) {
      const suyos = deLaColumna(columna, regla, origenes);
      for (const campo of campos) if ((reporte.campos[campo] ?? 0) > 0) usos.set(campo, suyos);
    }
  }
  return usos;
}

/** The boxes where a column is written; where there is none, those that are computed with it. */
function deLaColumna(
  columna: string,
  { tema }: Regla,
  origenes: ReturnType<typeof desdeTemas>['origenes'],
): UsoSugerido[] {
  const claves = [...origenes]
    .filter(([, de]) => de.some((o) => o.tema === tema && o.columna === columna))
    .map(([clave]) => clave);
  const directas = claves.filter((c) => NOMBRES.has(c) && /^\d+$/.test(c));
  const calculadas = claves.flatMap((c) => {
    const { casilla } = { casilla: undefined, ...COMPUESTOS[c.split('.')[0] as keyof typeof COMPUESTOS] };
    return casilla === undefined ? [] : [casilla];
  });
  const dadas = directas.length > 0 ? directas : [...new Set(calculadas)];
  return dadas.map((casilla) => ({
    casilla,
    nombre: NOMBRES.get(casilla) ?? '',
    seCalcula: directas.length === 0,
  }));
}
