import { EFECTIVO, REGLAS, vencimientosDelAnio } from '../calendario/index.ts';
import type {
  CodigoErrorVencimiento,
  SinFecha,
  Vencimiento,
  VersionDelCalendario,
} from '../calendario/index.ts';
import { anioDe } from '../fechas/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import type { RegistroRut } from '../rut/index.ts';
import { ANUALES, obligacionesDe } from './de-un-rut.ts';
import type { ObligacionDelRut } from './de-un-rut.ts';
import type { HechosDeObligaciones } from './hechos.ts';
import { sinPlazoDe } from './sin-plazo.ts';
import type { SinPlazo } from './sin-plazo.ts';

/** A due date, and why it is this person's. */
export interface VencimientoDelRut extends Vencimiento {
  motivo: ObligacionDelRut;
}

export interface VencimientosDelRut {
  /** By date. Those whose `motivo.estado` is `no-se-sabe` are shown as to be confirmed, never as certain. */
  vencimientos: VencimientoDelRut[];
  /** What the person has and the calendar has no date for. */
  sinFecha: SinFecha[];
  sinPlazo: SinPlazo[];
}

export interface OpcionesDelRut {
  hechos?: HechosDeObligaciones;
  version?: VersionDelCalendario;
}

/**
 * All that falls due in a year for a RUT, with the rule of each date and the reason why it is theirs. A
 * failure is about the question as a whole: a year without rules, a NIT that is none.
 */
export function vencimientosDeUnRut(
  registro: RegistroRut,
  anio: number,
  { hechos = {}, version = EFECTIVO }: OpcionesDelRut = {},
): Resultado<VencimientosDelRut, CodigoErrorVencimiento> {
  const suyas = obligacionesDe(registro, anio, hechos);
  const obligaciones = REGLAS.map((r) => r.id).filter((id) => suyas.some((o) => o.obligacion === id));
  const delAnio = vencimientosDelAnio(registro.nit, anio, { obligaciones, version });
  if (!delAnio.ok) return delAnio;
  return bien({
    vencimientos: delAnio.valor.vencimientos.flatMap((v) => {
      const motivo = suyas.find((o) => o.obligacion === v.obligacion && trataDe(v, o.anio));
      return motivo ? [{ ...v, motivo }] : [];
    }),
    sinFecha: delAnio.valor.sinFecha,
    sinPlazo: sinPlazoDe(registro.clasificacion.responsabilidades),
  });
}

/** Whether the due date is about that year: what is periodic and falls due in January is about the year before. */
function trataDe({ obligacion, periodo, fecha }: Vencimiento, anio: number): boolean {
  if (ANUALES.has(obligacion)) return true;
  const semana = /^semana-([0-9]+)$/.exec(periodo)?.[1];
  const delAnterior =
    fecha.slice(5, 7) === '01' && (semana === undefined || Number(semana) >= ULTIMAS_SEMANAS);
  return anio === anioDe(fecha) - (delAnterior ? 1 : 0);
}

/** Of the weeks that fall due in January, those of the year before are its last ones. */
const ULTIMAS_SEMANAS = 50;
