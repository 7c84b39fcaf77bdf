import { fecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import datos from './datos/festivos.json' with { type: 'json' };
import { actoDe } from './acto.ts';
import type { Acto } from './acto.ts';
import { domingoDePascua } from './pascua.ts';

export interface Festivo {
  /** The day of rest: the Monday, when the law moves it there. */
  fecha: Fecha;
  nombre: string;
  norma: string;
}

/** The act that made 9 July a holiday from 2026 on. */
export const LEY_2578: Acto = actoDe(datos.ley2578.acto);

/** Sunday 0 to Saturday 6. */
export function diaDeLaSemana(f: Fecha): number {
  return new Date(f).getUTCDay();
}

/** Ley 51 de 1983, art. 1: what does not fall on a Monday is kept on the following Monday. */
function lunesSiguiente(f: Fecha): Fecha {
  return sumarDias(f, (8 - diaDeLaSemana(f)) % 7);
}

/**
 * National holidays of a year, in order. Two may fall on the same day (30 June 2025). Whether the
 * holiday of Ley 2578 counts is for the caller to say.
 *
 * @throws RangeError before 1984, when Ley 51 de 1983 did not rule yet.
 */
export function festivos(anio: number, { ley2578 = true } = {}): Festivo[] {
  if (!Number.isInteger(anio) || anio < datos.desde) {
    throw new RangeError(`No hay festivos para ${anio}: la Ley 51 de 1983 rige desde ${datos.desde}`);
  }
  const pascua = domingoDePascua(anio);
  const { norma } = datos;
  const lista = [
    ...datos.fijos.map((x) => ({ fecha: enAnio(anio, x), nombre: x.nombre, norma })),
    ...datos.trasladables.map((x) => ({ fecha: lunesSiguiente(enAnio(anio, x)), nombre: x.nombre, norma })),
    ...datos.dePascua.map(({ dias, trasladable, nombre }) => {
      const dia = sumarDias(pascua, dias);
      return { fecha: trasladable ? lunesSiguiente(dia) : dia, nombre, norma };
    }),
  ];
  if (ley2578 && anio >= datos.ley2578.desde) {
    const { nombre } = datos.ley2578;
    lista.push({ fecha: lunesSiguiente(enAnio(anio, datos.ley2578)), nombre, norma: LEY_2578.norma });
  }
  return lista.sort((a, b) => (a.fecha < b.fecha ? -1 : a.fecha > b.fecha ? 1 : 0));
}

function enAnio(anio: number, { mes, dia }: { mes: number; dia: number }): Fecha {
  return fecha(`${anio}-${String(mes).padStart(2, '0')}-${String(dia).padStart(2, '0')}`);
}
