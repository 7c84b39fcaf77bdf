import { readFileSync } from 'node:fs';

/** Ticks a second of /proc on Linux (USER_HZ), the same on every architecture that Node runs on. */
const HZ = 100;

/** Milliseconds of processor that a process has spent; undefined where there is no /proc. */
export function cpuDe(pid: number): number | undefined {
  const campos = leer(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  // utime and stime: fields 14 and 15 of proc(5), 11 and 12 after the name.
  return campos && ((Number(campos[11]) + Number(campos[12])) * 1000) / HZ;
}

/** Resident memory of a process and its highest, in MiB; undefined where there is no /proc. */
export function memoriaDe(pid: number): { ahora: number; maxima: number } | undefined {
  const estado = leer(`/proc/${pid}/status`);
  const mib = (campo: string) =>
    Math.round(Number(new RegExp(`^${campo}:\\s+(\\d+) kB`, 'm').exec(estado ?? '')?.[1]) / 1024);
  return estado === undefined ? undefined : { ahora: mib('VmRSS'), maxima: mib('VmHWM') };
}

function leer(archivo: string): string | undefined {
  try {
    return readFileSync(archivo, 'utf8');
  } catch {
    return undefined;
  }
}
