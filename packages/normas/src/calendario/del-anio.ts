import { compararFechas } from '../fechas/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { REGLAS, reglaDe } from './reglas.ts';
import {
  objetar,
  objetarAnio,
  obligacionDesconocida,
  periodosQueVencenEn,
  vencimiento,
} from './vencimiento.ts';
import type { CodigoErrorVencimiento, Vencimiento } from './vencimiento.ts';
import { EFECTIVO } from './version.ts';
import type { VersionDelCalendario } from './version.ts';

/** An obligation of the table for which no date can be given, and why. */
export interface SinFecha {
  obligacion: string;
  /** Absent when no period of the year has a date. */
  periodo?: string;
  codigo: CodigoErrorVencimiento;
  mensaje: string;
}

export interface VencimientosDelAnio {
  /** By date; those of the same day, in the order of the rules. */
  vencimientos: Vencimiento[];
  /** What is left out: a list that keeps silent about it would pass for complete. */
  sinFecha: SinFecha[];
}

export interface OpcionesDelAnio {
  /** The ids of the rules that concern the person; all of them by default. */
  obligaciones?: readonly string[];
  version?: VersionDelCalendario;
}

/**
 * All that falls due in a year for a NIT.
 *
 * A failure is about the question as a whole (the NIT, the year, an unknown obligation).
 */
export function vencimientosDelAnio(
  nit: string,
  anio: number,
  { obligaciones = REGLAS.map((r) => r.id), version = EFECTIVO }: OpcionesDelAnio = {},
): Resultado<VencimientosDelAnio, CodigoErrorVencimiento> {
  const fuera = objetarAnio(anio);
  if (fuera) return fuera;
  const vencimientos: Vencimiento[] = [];
  const sinFecha: SinFecha[] = [];
  for (const obligacion of obligaciones) {
    const regla = reglaDe(obligacion);
    if (!regla) return obligacionDesconocida(obligacion);
    const objecion = objetar(regla, nit, anio);
    if (objecion?.codigo === 'nit') return objecion;
    if (objecion) {
      sinFecha.push({ obligacion, codigo: objecion.codigo, mensaje: objecion.mensaje });
      continue;
    }
    for (const periodo of periodosQueVencenEn(regla, anio)) {
      const r = vencimiento(obligacion, nit, periodo, version);
      if (r.ok) vencimientos.push(r.valor);
      else sinFecha.push({ obligacion, periodo: periodo.nombre, codigo: r.codigo, mensaje: r.mensaje });
    }
  }
  vencimientos.sort((a, b) => compararFechas(a.fecha, b.fecha));
  return bien({ vencimientos, sinFecha });
}
