import { REGLAS } from '@autogestion/normas/calendario';
import { anioDe, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { vencimientosDeUnRut, type VencimientoDelRut } from '@autogestion/normas/obligaciones';
import type { RegistroRut } from '@autogestion/normas/rut';

export interface VencimientoPropio extends VencimientoDelRut {
  /** What a person calls the obligation. */
  nombre: string;
  /** The RUT alone does not tell whether it is theirs: it is not shown as certain. */
  porConfirmar: boolean;
}

const NOMBRES = new Map(REGLAS.map((r) => [r.id, r.obligacion]));

/**
 * What falls due for a RUT from a day on, both included, by date. Years of which the calendar has no rules give none.
 *
 * @param dias how far to look, calendar days
 */
export function proximosVencimientos(registro: RegistroRut, hoy: Fecha, dias: number): VencimientoPropio[] {
  const hasta = sumarDias(hoy, dias);
  const anios = [...new Set([anioDe(hoy), anioDe(hasta)])];
  return anios
    .flatMap((anio) => {
      const leidos = vencimientosDeUnRut(registro, anio);
      return leidos.ok ? leidos.valor.vencimientos : [];
    })
    .filter(({ fecha }) => fecha >= hoy && fecha <= hasta)
    .map((v) => ({
      ...v,
      nombre: NOMBRES.get(v.obligacion) ?? v.obligacion,
      porConfirmar: v.motivo.estado === 'no-se-sabe',
    }))
    .sort((a, b) => (a.fecha < b.fecha ? -1 : a.fecha > b.fecha ? 1 : 0));
}
