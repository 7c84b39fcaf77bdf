import { enDecimal } from '../../dinero/index.ts';
import type { Fraccion } from '../../dinero/index.ts';
import { INC_COMIDAS_Y_BEBIDAS, tarifasSimple } from '../../simple/index.ts';
import type { Periodicidad, RangoSimple } from '../../simple/index.ts';
import type { Parametro, TramoEnUvt } from '../motor/index.ts';
import { GRUPOS, tablaDe } from './grupos.ts';

/** First taxable year of these forms as they are: the numerals of ET 908 after Sentencia C-540 de 2023. */
export const DESDE = 2023;
/** Last year whose UVT and rates are loaded. */
export const HASTA = 2026;

/** The tables of ET 908 by group, from the one copy that the `simple` room keeps. */
export function tablasDeTarifas(periodicidad: Periodicidad): Record<string, Parametro> {
  const { grupos, norma } = tarifasSimple(DESDE);
  return Object.fromEntries(
    GRUPOS.map((g) => {
      const rangos = grupos.find(({ grupo }) => grupo === g.grupo)?.rangos[periodicidad] ?? [];
      const tabla: Parametro = {
        tipo: 'rangos',
        nombre: `tarifa del grupo ${g.grupo}`,
        norma,
        vigencias: [{ desde: DESDE, valor: tramos(rangos) }],
      };
      return [tablaDe(g), tabla];
    }),
  );
}

/** Where the table of a period ends, in UVT. */
export function finDeLosRangos(periodicidad: Periodicidad): Parametro {
  const { grupos, limite } = tarifasSimple(DESDE);
  const fin = grupos[0]?.rangos[periodicidad].at(-1)?.hasta ?? limite.uvt;
  return cifra('uvt', 'ingresos en que termina la tabla', `ET 908; ${limite.norma}`, escrita(fin));
}

export const INC: Parametro = tarifaDe('impuesto al consumo de comidas y bebidas', INC_COMIDAS_Y_BEBIDAS);

/** A dated rate of the `simple` room as a parameter of a form. */
export function tarifaDe(nombre: string, { tarifa, norma }: { tarifa: Fraccion; norma: string }): Parametro {
  return cifra('tarifa', nombre, norma, escrita(tarifa));
}

/** A figure that has not changed since these forms are as they are. */
export function cifra(
  tipo: 'tarifa' | 'uvt' | 'numero',
  nombre: string,
  norma: string,
  valor: string | number,
): Parametro {
  return { tipo, nombre, norma, vigencias: [{ desde: DESDE, valor: String(valor) }] };
}

/** So many UVT of the year in which the return is filed, as sanctions are (ET 639, 868). */
export function alPresentar(nombre: string, norma: string, uvt: number): Parametro {
  return {
    tipo: 'uvt',
    alPresentar: true,
    nombre,
    norma,
    vigencias: [{ desde: DESDE, valor: String(uvt) }],
  };
}

/** A group with one rate has one row. */
function tramos(rangos: readonly RangoSimple[]): TramoEnUvt[] {
  return rangos
    .map(({ desde, tarifa }) => ({ desde: escrita(desde), tarifa: escrita(tarifa) }))
    .filter((tramo, i, todos) => tramo.tarifa !== todos[i - 1]?.tarifa);
}

function escrita(f: Fraccion): string {
  return enDecimal(f).replace(',', '.');
}
