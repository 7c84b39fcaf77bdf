import { diasDe, LEY_2578 } from '../calendario/index.ts';
import type { VersionDelCalendario } from '../calendario/index.ts';
import { compararFechas } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { DiaDelTermino, Suspension } from './hechos.ts';

/** What takes a day away from a term; undefined for a business day that runs. */
export function loQueQuita(
  version: VersionDelCalendario,
  suspensiones: readonly Suspension[],
): (f: Fecha) => DiaDelTermino | undefined {
  const dias = diasDe(version);
  return (fecha) => {
    const suspension = suspensionEn(suspensiones, fecha);
    if (suspension) return { fecha, clase: 'suspendido', motivo: suspension.motivo };
    if (dias.esHabil(fecha)) return undefined;
    const noHabil = dias.motivo(fecha);
    if (!noHabil) return { fecha, clase: 'fin-de-semana' };
    const { nombre, norma, acto } = noHabil;
    // The holiday of Ley 2578 comes with its act too, because it moves due dates.
    const clase = acto === undefined || acto === LEY_2578 ? 'festivo' : 'dia-civico';
    return { fecha, clase, motivo: nombre, norma };
  };
}

/** The suspension that covers a day: one without end before those that have it. */
export function suspensionEn(suspensiones: readonly Suspension[], f: Fecha): Suspension | undefined {
  const lasDelDia = suspensiones.filter(
    ({ desde, hasta }) => compararFechas(f, desde) >= 0 && (hasta === null || compararFechas(f, hasta) <= 0),
  );
  return lasDelDia.find((s) => s.hasta === null) ?? lasDelDia[0];
}
