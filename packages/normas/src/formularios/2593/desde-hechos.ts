import { desdeHechosDelSimple } from '../simple/index.ts';
import type { CrudaDelSimple, OpcionesDelSimple, Preparada } from '../simple/index.ts';

/**
 * Box 39 and `hechos.grupo` are enough for who has one activity in one place; otherwise the municipalities say both.
 *
 * @throws AnioSinTarifas
 */
export function desdeHechos2593(cruda: CrudaDelSimple, opciones: OpcionesDelSimple): Preparada {
  return desdeHechosDelSimple(cruda, { totales: ['39', '41'], porGrupo: false }, opciones);
}
