import { falla } from '../../resultado/index.ts';
import { desdeHechosDelSimple } from '../simple/index.ts';
import type { CrudaDelSimple, OpcionesDelSimple, Preparada } from '../simple/index.ts';

/**
 * The boxes of each group, or `hechos.grupo` and `hechos.ingresos`, or the municipalities: any of them gives gross
 * income. `hechos.electronicos` is another name of `ingresosElectronicos`.
 *
 * @throws AnioSinTarifas
 */
export function desdeHechos260(cruda: CrudaDelSimple, opciones: OpcionesDelSimple): Preparada {
  const preparada = desdeHechosDelSimple(cruda, { totales: ['43', '45'], porGrupo: true }, opciones);
  const { hechos } = preparada.cruda;
  if (typeof hechos !== 'object' || hechos === null || !('electronicos' in hechos)) return preparada;
  const { electronicos, ...otros } = hechos;
  if ('ingresosElectronicos' in otros) {
    const mensaje = '«electronicos» e «ingresosElectronicos» son el mismo dato: deje uno de los dos.';
    const repetido = { ...falla('dato-repetido', mensaje), casilla: 'hechos.electronicos' };
    return { cruda: { ...preparada.cruda, hechos: otros }, faltas: [...preparada.faltas, repetido] };
  }
  return {
    ...preparada,
    cruda: { ...preparada.cruda, hechos: { ingresosElectronicos: electronicos, ...otros } },
  };
}
