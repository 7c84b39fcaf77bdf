import { obligacionEnLlano, periodoEnLlano } from '@autogestion/normas/calendario';
import { anioDe, fecha as aFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import {
  vencimientosDeUnRut,
  type HechosDeObligaciones,
  type VencimientoDelRut,
} from '@autogestion/normas/obligaciones';
import type { RegistroRut } from '@autogestion/normas/rut';
import { conMayuscula } from '@autogestion/normas/texto';

export interface VencimientoPropio extends VencimientoDelRut {
  /** «IVA de noviembre y diciembre», as one says it. */
  nombre: string;
  que: string;
  /** «noviembre y diciembre». */
  de: string;
  /** The RUT alone does not tell whether it is theirs: it is not shown as certain. */
  porConfirmar: boolean;
  /** What is late costs the penalty of returns (ET 641). */
  seDeclara: boolean;
}

/**
 * What falls due for a RUT from a day on, both included, by date. Years of which the calendar has no rules give none.
 *
 * @param dias how far to look, calendar days
 * @param hechos what is known besides the RUT
 */
export function proximosVencimientos(
  registro: RegistroRut,
  hoy: Fecha,
  dias: number,
  hechos: HechosDeObligaciones = {},
): VencimientoPropio[] {
  const hasta = sumarDias(hoy, dias);
  const anios = [...new Set([anioDe(hoy), anioDe(hasta)])];
  return anios
    .flatMap((anio) => {
      const leidos = vencimientosDeUnRut(registro, anio, { hechos: conLoDeHoy(registro, hoy, anio, hechos) });
      return leidos.ok ? leidos.valor.vencimientos : [];
    })
    .filter(({ fecha }) => fecha >= hoy && fecha <= hasta)
    .map(propio)
    .sort((a, b) => (a.fecha < b.fecha ? -1 : a.fecha > b.fecha ? 1 : 0));
}

/** What falls due next year is about this one, whose last day has not come: box 53 of today stands for it. */
function conLoDeHoy(
  registro: RegistroRut,
  hoy: Fecha,
  anio: number,
  hechos: HechosDeObligaciones,
): HechosDeObligaciones {
  if (hoy > aFecha(`${anio - 1}-12-31`)) return hechos;
  return { responsabilidadesAnteriores: registro.clasificacion.responsabilidades, ...hechos };
}

function propio(v: VencimientoDelRut): VencimientoPropio {
  const { que, seDeclara } = obligacionEnLlano(v.obligacion);
  const de = periodoEnLlano(v.periodo, v.motivo.anio);
  return {
    ...v,
    que,
    de,
    nombre: conMayuscula(`${que} de ${de}`),
    porConfirmar: v.motivo.estado === 'no-se-sabe',
    seDeclara,
  };
}

/** What is said of one day in one line. */
export interface LineaDelCalendario {
  fecha: Fecha;
  /** «IVA de noviembre y diciembre»; where a fact is missing to know which, «IVA de noviembre y diciembre, o de septiembre a diciembre». */
  nombre: string;
  porConfirmar: boolean;
  vencimientos: readonly VencimientoPropio[];
}

/** One line for each thing of each day: the same tax under two calendars that exclude each other is one. */
export function lineasDe(vencimientos: readonly VencimientoPropio[]): LineaDelCalendario[] {
  const claves = [...new Set(vencimientos.map(claveDe))];
  return claves.flatMap((clave) => {
    const suyos = vencimientos.filter((v) => claveDe(v) === clave);
    const [primero] = suyos;
    if (!primero) return [];
    const otros = suyos.slice(1).map((v) => `o de ${v.de}`);
    return {
      fecha: primero.fecha,
      nombre: [primero.nombre, ...otros].join(', '),
      porConfirmar: suyos.every((v) => v.porConfirmar),
      vencimientos: suyos,
    };
  });
}

const claveDe = (v: VencimientoPropio): string => `${v.fecha} ${v.que}`;
