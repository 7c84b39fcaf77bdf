import type { Explicacion } from '../../../explicacion/index.ts';
import type { Ajustes } from '../../motor/index.ts';
import { AYUDAS } from './ayudas.ts';
import type { Aporte, DelAnio, NombreDeAyuda } from './ayudas.ts';
import { avisosDe, contradicciones } from './contradicciones.ts';
import { hechosDe } from './hechos-de-temas.ts';
import { leerRespuestas } from './leer-respuestas.ts';
import { repartir } from './repartir.ts';
import type { Aportado } from './repartir.ts';
import type { DesdeTemas, FaltaDeTema, Origen, RespuestasDeTemas } from './tipos.ts';

/**
 * The boxes and facts of form 210 from what a person says happened in the year. The order of the rows changes nothing.
 * What is wrong goes to `faltas` with its place, and the rest is still taken where it goes.
 *
 * @throws AnioSinParametros
 */
export function desdeTemas(respuestas: RespuestasDeTemas, anio: number, ajustes?: Ajustes): DesdeTemas {
  const faltas: FaltaDeTema[] = [];
  const leidos = leerRespuestas(respuestas, faltas);
  const { aportados, ingresos } = repartir(leidos);
  const contexto = { leidos, ingresos, anio, ajustes };
  const delAnio: DelAnio = {
    anio,
    ajustes,
    ingresos: Object.values(ingresos).reduce((t, v) => t + v, 0n),
  };
  const { casillas, ayudas } = casillasDe(aportados, delAnio);
  return {
    cruda: { casillas, hechos: hechosDe(aportados, ingresos) },
    origenes: origenesDe(aportados),
    ayudas,
    faltas: [...faltas, ...contradicciones(contexto)],
    avisos: avisosDe(contexto),
  };
}

function casillasDe(
  aportados: readonly Aportado[],
  delAnio: DelAnio,
): { casillas: Record<string, number>; ayudas: Map<string, Explicacion[]> } {
  const casillas: Record<string, number> = {};
  const ayudas = new Map<string, Explicacion[]>();
  const sumar = (casilla: string, pesos: number) => (casillas[casilla] = (casillas[casilla] ?? 0) + pesos);
  const porAyuda = new Map<string, { casilla: string; ayuda: NombreDeAyuda; aportes: Aporte[] }>();
  for (const { de, celdas, destino } of aportados) {
    if (!('casilla' in destino)) continue;
    const { casilla, ayuda } = destino;
    if (ayuda === undefined) sumar(casilla, Number(de.valor));
    else {
      const clave = `${casilla} ${ayuda}`;
      const suya = porAyuda.get(clave) ?? { casilla, ayuda, aportes: [] };
      suya.aportes.push({ valor: BigInt(de.valor), renglon: celdas });
      porAyuda.set(clave, suya);
    }
  }
  for (const { casilla, ayuda, aportes } of porAyuda.values()) {
    const { valor, explicacion } = AYUDAS[ayuda](aportes, delAnio);
    sumar(casilla, Number(valor));
    ayudas.set(casilla, [...(ayudas.get(casilla) ?? []), { ...explicacion, casilla }]);
  }
  return { casillas, ayudas };
}

/** Under the box, or under the fact without its rows (`dependientes`, `cesantias`). */
function origenesDe(aportados: readonly Aportado[]): Map<string, Origen[]> {
  const origenes = new Map<string, Origen[]>();
  for (const { de, destino } of aportados) {
    const clave = 'casilla' in destino ? destino.casilla : (destino.hecho.split('.*.')[0] ?? '');
    origenes.set(clave, [...(origenes.get(clave) ?? []), de]);
  }
  return origenes;
}
