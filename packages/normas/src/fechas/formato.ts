import type { Fecha } from './fecha.ts';

export const MESES = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;

/** `2026-08-12` → `12 de agosto de 2026`. */
export function formatearFecha(fecha: Fecha): string {
  const [anio, mes, dia] = fecha.split('-').map(Number);
  return `${dia ?? ''} de ${MESES[(mes ?? 0) - 1] ?? ''} de ${anio ?? ''}`;
}

/** `2026-08-12` → `20260812`, as boxes 27, 47 and 49 of form 001 print it. */
export function formatearFechaCompacta(fecha: Fecha): string {
  return fecha.replaceAll('-', '');
}

/** `12-08-2026 03:05:09PM`: "Fecha generación documento PDF" at the foot of the RUT copy, in Bogota. */
export function formatearGeneracionRut(instante: Date): string {
  const { anio, mes, dia, hora12, minuto, segundo, mitad } = relojDeBogota(instante);
  return `${dia}-${mes}-${anio} ${hora12}:${minuto}:${segundo}${mitad}`;
}

/** `2026-08-12 / 03:05:09PM`: date of update in the head of the RUT copy, in Bogota. */
export function formatearActualizacionRut(instante: Date): string {
  const { anio, mes, dia, hora12, minuto, segundo, mitad } = relojDeBogota(instante);
  return `${anio}-${mes}-${dia} / ${hora12}:${minuto}:${segundo}${mitad}`;
}

/** `12 de agosto de 2026, 3:05 p. m.`, in Bogota. */
export function formatearFechaHora(instante: Date): string {
  const { anio, mes, dia } = relojDeBogota(instante);
  return `${Number(dia)} de ${MESES[Number(mes) - 1] ?? ''} de ${anio}, ${formatearHora(instante)}`;
}

/** `3:05 p. m.`, in Bogota. */
export function formatearHora(instante: Date): string {
  const { hora12, minuto, mitad } = relojDeBogota(instante);
  return `${Number(hora12)}:${minuto}\u00a0${mitad === 'AM' ? 'a' : 'p'}.\u00a0m.`;
}

/** Parts of the wall clock in Colombia (UTC−5, no daylight saving since 1993). */
function relojDeBogota(instante: Date) {
  const local = new Date(instante.getTime() - 5 * 3_600_000);
  const dos = (n: number) => String(n).padStart(2, '0');
  const hora = local.getUTCHours();
  return {
    anio: String(local.getUTCFullYear()),
    mes: dos(local.getUTCMonth() + 1),
    dia: dos(local.getUTCDate()),
    hora12: dos(hora % 12 === 0 ? 12 : hora % 12),
    minuto: dos(local.getUTCMinutes()),
    segundo: dos(local.getUTCSeconds()),
    mitad: hora < 12 ? ('AM' as const) : ('PM' as const),
  };
}
