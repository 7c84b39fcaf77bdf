import { anioDe, fecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import datos from './datos/actos.json' with { type: 'json' };
import { actoDe } from './acto.ts';
import type { Acto } from './acto.ts';
import { diaDeLaSemana, festivos, LEY_2578 } from './festivos.ts';
import { conoce } from './version.ts';
import type { VersionDelCalendario } from './version.ts';

/** A weekday that does not count, and why. */
export interface DiaNoHabil {
  fecha: Fecha;
  nombre: string;
  norma: string;
  /** Absent for the holidays of Ley 51 de 1983, which move nothing: the rules count on them. */
  acto?: Acto;
}

/** Days not worked by the national executive branch, though they are no holidays. */
export const DIAS_CIVICOS: readonly { fecha: Fecha; acto: Acto }[] = datos.dias.map((fila) => ({
  fecha: fecha(fila.fecha),
  acto: actoDe(fila),
}));

/** Business days as the DIAN counts them (Monday to Friday), for one version of the calendar. */
export interface Dias {
  esHabil(f: Fecha): boolean;
  /** Why a day from Monday to Friday does not count; undefined when it counts or is a weekend. */
  motivo(f: Fecha): DiaNoHabil | undefined;
  /** Business days of a month (1 to 12), in order. */
  delMes(anio: number, mes: number): readonly Fecha[];
  /** Acts that took business days away between two days, both included. */
  actosEntre(desde: Fecha, hasta: Fecha): Acto[];
}

const CONOCIDOS = new WeakMap<VersionDelCalendario, Dias>();

/** Computed once for each version object: a thousand due dates share the same months. */
export function diasDe(version: VersionDelCalendario): Dias {
  let dias = CONOCIDOS.get(version);
  if (!dias) CONOCIDOS.set(version, (dias = crearDias(version)));
  return dias;
}

function crearDias(version: VersionDelCalendario): Dias {
  const anios = new Map<number, Map<Fecha, DiaNoHabil>>();
  const meses = new Map<string, readonly Fecha[]>();

  const noHabiles = (anio: number) => {
    let dias = anios.get(anio);
    if (!dias) anios.set(anio, (dias = noHabilesDe(anio, version)));
    return dias;
  };
  const motivo = (f: Fecha) => noHabiles(anioDe(f)).get(f);
  const esHabil = (f: Fecha) => !esFinDeSemana(f) && !motivo(f);

  return {
    esHabil,
    motivo,
    delMes(anio, mes) {
      const nombre = `${anio}-${String(mes).padStart(2, '0')}`;
      let dias = meses.get(nombre);
      if (!dias) meses.set(nombre, (dias = diasDelMes(nombre).filter(esHabil)));
      return dias;
    },
    actosEntre(desde, hasta) {
      const quitados = [anioDe(desde), anioDe(hasta)].flatMap((anio) => [...noHabiles(anio).values()]);
      const actos = quitados.flatMap((d) => (d.acto && d.fecha >= desde && d.fecha <= hasta ? [d.acto] : []));
      return [...new Set(actos)];
    },
  };
}

function noHabilesDe(anio: number, version: VersionDelCalendario): Map<Fecha, DiaNoHabil> {
  const dias = new Map<Fecha, DiaNoHabil>();
  // The holidays of Ley 51 go first: an act that falls on one of them takes no business day away.
  const agregar = (dia: DiaNoHabil) => {
    if (!esFinDeSemana(dia.fecha) && !dias.has(dia.fecha)) dias.set(dia.fecha, dia);
  };
  const deLey51 = festivos(anio, { ley2578: false });
  deLey51.forEach(agregar);
  if (version.ley2578 && conoce(version, LEY_2578)) {
    for (const f of festivos(anio)) if (f.norma === LEY_2578.norma) agregar({ ...f, acto: LEY_2578 });
  }
  if (version.actos) {
    for (const { fecha: dia, acto } of DIAS_CIVICOS) {
      if (anioDe(dia) !== anio || !conoce(version, acto)) continue;
      agregar({ fecha: dia, nombre: acto.nombre, norma: acto.norma, acto });
    }
  }
  return dias;
}

function esFinDeSemana(f: Fecha): boolean {
  return diaDeLaSemana(f) % 6 === 0;
}

/** @param nombre `YYYY-MM`. */
function diasDelMes(nombre: string): Fecha[] {
  const dias: Fecha[] = [];
  for (let f = fecha(`${nombre}-01`); f.startsWith(nombre); f = sumarDias(f, 1)) dias.push(f);
  return dias;
}
