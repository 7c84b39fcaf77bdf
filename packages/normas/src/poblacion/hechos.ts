import type { Renglon, Reporte } from '../formularios/210/index.ts';
import type { Azar } from './azar.ts';

export const CLASES_DE_PERSONA = [
  'empleado',
  'independiente',
  'pensionado',
  'arrendador',
  'comerciante',
] as const;
export type ClaseDePersona = (typeof CLASES_DE_PERSONA)[number];

/** Something that happened to somebody in the year, and what a third party reports of it, if one does. */
export interface Hecho {
  filas: readonly { tema: string; renglon: Renglon }[];
  reporte?: Reporte;
  /** Who reports it may also not do so: a client, a tenant, whoever buys a car. */
  omitible?: true;
}

export interface DelAnio {
  a: Azar;
  /** A third party that no other fact has. */
  informante: (nombre: string) => Reporte['informante'];
}

/** A whole number of thousands of pesos. */
export const miles = (pesos: number): number => Math.round(pesos / 1000) * 1000;

/** Millions between two, more often near the lower: incomes are not spread evenly. */
export const millones = (a: Azar, minimo: number, maximo: number): number => {
  const fraccion = (a.entero(0, 1000) / 1000) ** 2;
  return miles((minimo + (maximo - minimo) * fraccion) * 1_000_000);
};

export const fila = (tema: string, renglon: Renglon) => ({ tema, renglon });

export const dePagador = ({ nit, nombre }: Reporte['informante']) => ({ pagador: nombre, nit });

/** What is zero was not reported. */
export const campos = (todos: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(todos).filter(([, v]) => v > 0));

/** A payment of format 1001, with what was withheld. */
export function pagado(
  { a, informante }: DelAnio,
  p: { tema: string; concepto: string; de: string; valor: number; porMil: number; mas?: Renglon },
): Hecho {
  const quien = informante(p.de);
  const retencion = a.suerte(90) ? miles((p.valor * p.porMil) / 1000) : 0;
  return {
    filas: [
      fila(p.tema, {
        ...dePagador(quien),
        ...p.mas,
        ingreso: p.valor,
        ...(retencion > 0 && { retencion }),
      }),
    ],
    reporte: {
      informante: quien,
      formato: '1001',
      concepto: p.concepto,
      campos: campos({ pago: p.valor, retp: retencion }),
    },
    omitible: true,
  };
}

/** A report that no row comes from: it says that there is something to look at. */
export const soloInforma = (
  { informante }: DelAnio,
  formato: string,
  nombre: string,
  filas: Hecho['filas'],
  montos: Record<string, number> = {},
): Hecho => ({ filas, reporte: { informante: informante(nombre), formato, concepto: '', campos: montos } });
