import { vencimiento } from '@autogestion/normas/calendario';
import { anioDe, type Fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { sancionPorInformacion, type Sancion } from '@autogestion/normas/sanciones';

/** Box 53: a large taxpayer, who reports before the others. */
const GRAN_CONTRIBUYENTE = '13';

/** When what is of a year has to be reported. */
export interface Plazo {
  fecha: Fecha;
  /** In plain Spanish, with what is not certain. */
  regla: string;
  norma: string;
}

/** Undefined where no source gives the dates of that year. */
export function plazoDe(registro: RegistroRut, anio: number): Plazo | undefined {
  const grande = registro.clasificacion.responsabilidades.includes(GRAN_CONTRIBUYENTE);
  const r = vencimiento(grande ? 'exogena-gc' : 'exogena-general', registro.nit, {
    nombre: 'anual',
    venceEn: anio + 1,
  });
  return r.ok ? { fecha: r.valor.fecha, regla: r.valor.regla, norma: r.valor.norma } : undefined;
}

/**
 * What lateness costs who files by themselves before the office charges them (ET 651 par. 1): undefined when it is not late,
 * its due date is not known, or nothing of it is a sum. @param total pesos that are reported late
 */
export function sancionDeEntrega(o: {
  plazo: Plazo | undefined;
  hoy: Fecha;
  total: bigint;
}): Sancion | undefined {
  if (!o.plazo || o.hoy <= o.plazo.fecha || o.total <= 0n) return undefined;
  const r = sancionPorInformacion(
    { tardia: o.total, subsanada: 'antes-del-pliego' },
    { anioUvt: anioDe(o.hoy) },
  );
  return r.ok ? r.valor : undefined;
}
