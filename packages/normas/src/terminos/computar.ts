import { EFECTIVO } from '../calendario/index.ts';
import type { VersionDelCalendario } from '../calendario/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { anioDe, compararFechas, formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Falla, Resultado } from '../resultado/index.ts';
import { contar } from './contar.ts';
import type { Conteo } from './contar.ts';
import { explicarTermino } from './explicar.ts';
import type { HechosDelTermino, Prorroga } from './hechos.ts';
import type { Plazo } from './tabla.ts';

export interface Computo extends Readonly<Conteo> {
  /** Day from which it counts: that of the event, or the one on which the competent authority received it. */
  desde: Fecha;
  /** Where it ended before it was extended; the same when it was not. */
  vencimientoInicial: Fecha | null;
  /** Built when it is read. */
  readonly explicacion: Explicacion;
}

export type CodigoErrorTermino =
  | 'fecha-fuera'
  | 'suspension-al-reves'
  | 'traslado-anterior'
  | 'prorroga-no-procede'
  | 'prorroga-sin-efecto'
  | 'prorroga-excesiva'
  | 'prorroga-tardia';

/** An extended term is at most so many times the first one, all told (Ley 1437 de 2011, art. 14 par.). */
export const PRORROGA_HASTA = 2;

/** Holidays are known from 1984 on (Ley 51 de 1983); nobody asks further than 2199. */
const ANIOS = { desde: 1984, hasta: 2199 };

/**
 * When a term is over, and day by day why. The same question about the same version of the calendar has for
 * ever the same answer.
 *
 * @throws RangeError for a term without a whole quantity.
 */
export function computarTermino(
  plazo: Plazo,
  hechos: HechosDelTermino,
  version: VersionDelCalendario = EFECTIVO,
): Resultado<Computo, CodigoErrorTermino> {
  if (!Number.isInteger(plazo.cantidad) || plazo.cantidad < 1)
    throw new RangeError('Un término dura al menos uno');
  const objecion = objetar(hechos);
  if (objecion) return objecion;
  const { suspensiones = [], prorroga } = hechos;
  const desde = hechos.traslado?.recibido ?? hechos.desde;
  const inicial = contar(plazo, desde, suspensiones, version);
  const objecionDeProrroga = prorroga && objetarProrroga(plazo, prorroga, desde, inicial.vence);
  if (objecionDeProrroga) return objecionDeProrroga;
  const final = prorroga
    ? contar({ ...plazo, cantidad: prorroga.cantidad }, desde, suspensiones, version)
    : inicial;
  return bien({
    ...final,
    desde,
    vencimientoInicial: inicial.vence,
    get explicacion() {
      return explicarTermino({ plazo, hechos, desde, inicial: inicial.vence, ...final });
    },
  });
}

function objetar({
  desde,
  suspensiones = [],
  traslado,
}: HechosDelTermino): Falla<'fecha-fuera' | 'suspension-al-reves' | 'traslado-anterior'> | undefined {
  const fechas = [desde, traslado?.recibido, ...suspensiones.flatMap((s) => [s.desde, s.hasta])];
  if (fechas.some((f) => f && (anioDe(f) < ANIOS.desde || anioDe(f) > ANIOS.hasta))) {
    return falla('fecha-fuera', `Las fechas de un término van de ${ANIOS.desde} a ${ANIOS.hasta}.`);
  }
  const alReves = suspensiones.find((s) => s.hasta !== null && compararFechas(s.hasta, s.desde) < 0);
  if (alReves) {
    const inicio = formatearFecha(alReves.desde);
    return falla('suspension-al-reves', `La suspensión que empieza el ${inicio} termina antes de empezar.`);
  }
  if (traslado && compararFechas(traslado.recibido, desde) < 0) {
    return falla('traslado-anterior', 'La autoridad competente no pudo recibirla antes de que se radicara.');
  }
  return undefined;
}

function objetarProrroga(
  plazo: Plazo,
  { cantidad, avisada }: Prorroga,
  desde: Fecha,
  vence: Fecha | null,
): Falla<Extract<CodigoErrorTermino, `prorroga-${string}`>> | undefined {
  if (!plazo.prorroga) return falla('prorroga-no-procede', 'La ley no permite prorrogar este término.');
  if (!Number.isInteger(cantidad) || cantidad <= plazo.cantidad) {
    return falla('prorroga-sin-efecto', `Una prórroga da más de los ${plazo.cantidad} del término.`);
  }
  if (cantidad > plazo.cantidad * PRORROGA_HASTA) {
    return falla(
      'prorroga-excesiva',
      `Con la prórroga, el término puede llegar al doble: ${plazo.cantidad * PRORROGA_HASTA}.`,
    );
  }
  if (compararFechas(avisada, desde) < 0 || (vence !== null && compararFechas(avisada, vence) > 0)) {
    return falla('prorroga-tardia', 'La prórroga se avisa mientras el término corre, antes de que venza.');
  }
  return undefined;
}
