import { bien, falla } from '../resultado/index.ts';
import type { Falla, Resultado } from '../resultado/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { Acto } from './acto.ts';
import { diasDe } from './dias.ts';
import type { Dias } from './dias.ts';
import { enPalabras } from './en-palabras.ts';
import { posicionDe, posicionDeSemana, terminacionDe } from './posicion.ts';
import type { Posicion } from './posicion.ts';
import { prorrogaDe } from './prorrogas.ts';
import { plazosDe, reglaDe, rigeEn, VIGENCIA } from './reglas.ts';
import type { Regla } from './reglas.ts';
import { semanasQueVencenEn } from './semanas.ts';
import type { Semana } from './semanas.ts';
import { EFECTIVO, LEY51 } from './version.ts';
import type { VersionDelCalendario } from './version.ts';

/** A period of an obligation, told apart by the year in which it falls due. */
export interface Periodo {
  /** `anual`, `ene-feb`, `mar`, `semana-10`: the names of the rules. */
  nombre: string;
  /** `dic` that falls due in 2026 is December 2025. */
  venceEn: number;
  /** The year of a week, needed only when two of the same number fall due in one year. */
  semanaDe?: number;
}

export interface Vencimiento {
  /** The id of the rule. */
  obligacion: string;
  periodo: string;
  fecha: Fecha;
  /** The rule in plain Spanish, with what moved the date and what is not certain. */
  regla: string;
  norma: string;
  /** Where the date would be with the holidays of Ley 51 de 1983 alone. */
  fechaSinActos: Fecha;
  /** The acts that moved it from there; empty when it stands. */
  movidaPor: readonly Acto[];
}

export type CodigoErrorVencimiento =
  | 'obligacion-desconocida'
  | 'periodo-desconocido'
  | 'nit'
  | 'anio-sin-reglas'
  | 'regla-sin-datos'
  | 'mes-corto';

/**
 * When an obligation falls due (DUR 1625 de 2016, arts. 1.6.1.13.2.11 to .55, as Decreto 2229 de 2023
 * wrote them; for the exógena, Resolución DIAN 162 de 2023, art. 45).
 *
 * @param nit digits, without the check digit.
 * @param version what is known to move dates; the same question about the same version has for ever
 *   the same answer.
 */
export function vencimiento(
  obligacion: string,
  nit: string,
  periodo: Periodo,
  version: VersionDelCalendario = EFECTIVO,
): Resultado<Vencimiento, CodigoErrorVencimiento> {
  const regla = reglaDe(obligacion);
  if (!regla) return obligacionDesconocida(obligacion);
  const objecion = objetar(regla, nit, periodo.venceEn);
  if (objecion) return objecion;

  const posicion = ubicar(regla, nit, periodo, diasDe(version));
  if (!posicion) {
    return falla(
      'periodo-desconocido',
      `«${periodo.nombre}» no es un período de ${regla.id} que venza en ${periodo.venceEn}.`,
    );
  }
  const sinActos = ubicar(regla, nit, periodo, diasDe(LEY51))?.fecha;
  const terminacion = terminacionDe(regla, nit);
  const prorroga = prorrogaDe(obligacion, periodo.venceEn, terminacion, version);
  const fecha = prorroga?.fecha ?? posicion.fecha;
  if (!fecha || !sinActos) {
    return falla(
      'mes-corto',
      `La regla de ${regla.id} pide ${posicion.cual}, y ese mes no tiene tantos días hábiles: la norma no dice qué día se toma entonces.`,
    );
  }
  const movidaPor =
    fecha === sinActos ? [] : prorroga ? [prorroga.acto] : diasDe(version).actosEntre(...posicion.tramo);
  const { cual } = posicion;
  return bien({
    obligacion,
    periodo: periodo.nombre,
    fecha,
    regla: enPalabras({
      regla,
      periodo: periodo.nombre,
      cual,
      terminacion,
      fecha,
      fechaSinActos: sinActos,
      movidaPor,
    }),
    norma: regla.norma,
    fechaSinActos: sinActos,
    movidaPor,
  });
}

/** The periods of a rule that fall due in a year, in order. */
export function periodosQueVencenEn(regla: Regla, anio: number): Periodo[] {
  if (regla.esquema !== 'semana') return plazosDe(regla).map((p) => ({ nombre: p.periodo, venceEn: anio }));
  return semanasQueVencenEn(anio, diasDe(LEY51)).map((s) => ({
    nombre: nombreDeSemana(s),
    venceEn: anio,
    semanaDe: s.anio,
  }));
}

/** What is wrong with the question, before looking at any period. */
export function objetar(
  regla: Regla,
  nit: string,
  anio: number,
): Falla<'nit' | 'anio-sin-reglas' | 'regla-sin-datos'> | undefined {
  if (!/^[1-9][0-9]{0,13}$/.test(nit)) {
    return falla('nit', 'El NIT va en números, sin puntos y sin el dígito de verificación.');
  }
  const fuera = objetarAnio(anio);
  if (fuera) return fuera;
  if (!rigeEn(regla, anio)) {
    return falla(
      'regla-sin-datos',
      `No hay plazos de ${regla.id} para lo que vence en ${anio}: se tienen desde ${regla.desde ?? VIGENCIA.desde}.`,
    );
  }
  return undefined;
}

export function objetarAnio(anio: number): Falla<'anio-sin-reglas'> | undefined {
  const { desde, hasta } = VIGENCIA;
  if (Number.isInteger(anio) && anio >= desde && anio <= hasta) return undefined;
  return falla('anio-sin-reglas', `Solo hay plazos para lo que vence de ${desde} a ${hasta}.`);
}

export function obligacionDesconocida(obligacion: string): Falla<'obligacion-desconocida'> {
  return falla('obligacion-desconocida', `«${obligacion}» no es una obligación del calendario tributario.`);
}

function ubicar(regla: Regla, nit: string, periodo: Periodo, dias: Dias): Posicion | undefined {
  const { nombre, venceEn, semanaDe } = periodo;
  if (regla.esquema === 'semana') {
    // Without its year, the later of two weeks with the same number: that of the year it falls due.
    const semana = semanasQueVencenEn(venceEn, dias).findLast(
      (s) => nombreDeSemana(s) === nombre && (semanaDe === undefined || s.anio === semanaDe),
    );
    return semana && posicionDeSemana(semana, dias);
  }
  const plazo = plazosDe(regla).find((p) => p.periodo === nombre);
  return plazo && posicionDe(regla, plazo, { nit, anio: venceEn, dias });
}

function nombreDeSemana({ numero }: Semana): string {
  return `semana-${numero}`;
}
