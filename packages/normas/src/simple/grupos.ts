import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { plegar } from '../texto/index.ts';
import { tarifasSimple } from './tarifas.ts';
import type { GrupoSimple } from './tarifas.ts';

export type CodigoErrorGrupo = 'grupo-desconocido' | 'grupo-inexequible';

/**
 * The group of a year from what a person or a file writes: `3 (sic)`, `3sic`, `Grupo 3 SIC`, `2`.
 *
 * @throws AnioSinTarifas
 */
export function leerGrupo(texto: string, anio: number): Resultado<GrupoSimple, CodigoErrorGrupo> {
  const { grupos, inexequibles } = tarifasSimple(anio);
  const buscado = clave(texto);
  const grupo = grupos.find((g) => clave(g.grupo) === buscado);
  if (grupo) return bien(grupo);
  const anulado = inexequibles.find((g) => clave(g.grupo) === buscado);
  if (anulado) {
    return falla(
      'grupo-inexequible',
      `El grupo ${anulado.grupo} ya no existe: lo anuló la ${anulado.sentencia}. Sus actividades están en el grupo ${anulado.ahora}.`,
    );
  }
  return falla(
    'grupo-desconocido',
    `«${texto}» no es un grupo del SIMPLE en ${anio}. Los grupos son ${grupos.map((g) => g.grupo).join(', ')}.`,
  );
}

function clave(texto: string): string {
  return plegar(texto).replace(/grupo|[^a-z0-9]/g, '');
}
