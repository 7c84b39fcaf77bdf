import { definidos } from '../definidos/index.ts';
import { fecha, formatearFecha, MESES, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { Dias } from './dias.ts';
import { turnoDe } from './reglas.ts';
import type { Plazo, Regla } from './reglas.ts';
import { vencimientoDeSemana } from './semanas.ts';
import type { Semana } from './semanas.ts';

/** Where a rule puts a due date, before any act on that obligation alone. */
export interface Posicion {
  /** Undefined when the month has fewer business days than the rule asks for. */
  fecha: Fecha | undefined;
  /** `el 10.º día hábil de abril de 2026`. */
  cual: string;
  /** A business day lost between these two days, both included, moves the date. */
  tramo: readonly [Fecha, Fecha];
}

/** What a rule needs to know besides itself. */
interface Caso {
  /** Digits, without the check digit. */
  nit: string;
  /** Year in which it falls due. */
  anio: number;
  dias: Dias;
}

export function posicionDe(regla: Regla, plazo: Plazo, { nit, anio, dias }: Caso): Posicion {
  const mes = mesDelAnio(plazo.mes ?? 0);
  const turno = turnoDe(regla);
  if (turno) {
    const puesto = puestoDe(regla, nit);
    return enesimoHabil(anio, puesto.mes ?? mes, puesto.habil, dias);
  }
  switch (regla.esquema) {
    case 'dia-habil': {
      const variante = regla.variantes?.find((v) => v.anio === anio);
      return enesimoHabil(anio, mes, variante?.habil ?? regla.habil ?? 0, dias);
    }
    case 'ultimo-dia-habil': {
      const ultimo = dias.delMes(anio, mes).at(-1);
      const fin = finDeMes(anio, mes);
      return {
        fecha: ultimo,
        cual: `el último día hábil de ${mesEnPalabras(anio, mes)}`,
        tramo: [ultimo ?? fin, fin],
      };
    }
    case 'fecha': {
      const dia = fecha(`${anio}-${dos(mes)}-${dos(regla.dia ?? 0)}`);
      return { fecha: dia, cual: `el ${formatearFecha(dia)}, fecha fija`, tramo: [dia, dia] };
    }
    default:
      throw new RangeError(`La regla ${regla.id} tiene un esquema desconocido: ${regla.esquema}`);
  }
}

/** Position of a week of the GMF. */
export function posicionDeSemana(semana: Semana, dias: Dias): Posicion {
  const f = vencimientoDeSemana(semana, dias);
  return {
    fecha: f,
    cual: `el segundo día hábil de la semana que sigue a la semana ${semana.numero} (${formatearFecha(semana.sabado)} a ${formatearFecha(semana.viernes)})`,
    tramo: [sumarDias(semana.viernes, 1), f],
  };
}

/** `4`, or `07` where two digits count: the end of the NIT that the rule looks at. */
export function terminacionDe(regla: Regla, nit: string): string | undefined {
  const turno = turnoDe(regla);
  return turno && nit.padStart(turno.digitos, '0').slice(-turno.digitos);
}

/** The business day of whoever has that NIT, and its month when the turn fixes it. */
function puestoDe(regla: Regla, nit: string): { mes?: number; habil: number } {
  const turno = turnoDe(regla);
  const terminacion = terminacionDe(regla, nit);
  if (!turno || terminacion === undefined) throw new RangeError(`La regla ${regla.id} no mira el NIT`);
  // Zero goes last: 1, 2 … 9, 0.
  const orden = (Number(terminacion) + 10 ** turno.digitos - 1) % 10 ** turno.digitos;
  let grupo = Math.floor(orden / turno.porGrupo);
  for (const { mes, desde, hasta } of turno.tramos) {
    const dias = hasta - desde + 1;
    if (grupo < dias) return { ...definidos({ mes }), habil: desde + grupo };
    grupo -= dias;
  }
  throw new RangeError(`La regla ${regla.id} no tiene turno para ${terminacion}`);
}

/** The nth business day of a month (1 to 12), counting from 1. */
function enesimoHabil(anio: number, mes: number, n: number, dias: Dias): Posicion {
  const f = dias.delMes(anio, mes)[n - 1];
  const inicio = fecha(`${anio}-${dos(mes)}-01`);
  return {
    fecha: f,
    cual: `el ${n}.º día hábil de ${mesEnPalabras(anio, mes)}`,
    tramo: [inicio, f ?? finDeMes(anio, mes)],
  };
}

/** Month 13 of a year of periods is January, as seen from the year in which it falls due. */
function mesDelAnio(mes: number): number {
  return mes > 12 ? mes - 12 : mes;
}

function finDeMes(anio: number, mes: number): Fecha {
  return fecha(new Date(Date.UTC(anio, mes, 0)).toISOString().slice(0, 10));
}

function mesEnPalabras(anio: number, mes: number): string {
  return `${MESES[mes - 1] ?? ''} de ${anio}`;
}

function dos(n: number): string {
  return String(n).padStart(2, '0');
}
