import type { Fecha } from '@autogestion/normas/fechas';
import { estadosAl, type Libro } from '../libro/index.ts';

/** What a taxpayer owes on a day, in all. */
interface LoQueDebe<O> {
  obligaciones: readonly O[];
  total: bigint;
  salvedades: readonly string[];
  /** Not a peso is owed, and none may turn out to be owed by a rate that is not known yet. */
  pazYSalvo: boolean;
}

export function loQueDebe<O extends { id: string }>(libro: Libro<O>, al: Fecha) {
  const estados = estadosAl(libro, al);
  const obligaciones = estados.filter((o) => o.estado.debe > 0n);
  const total = obligaciones.reduce((suma, o) => suma + o.estado.debe, 0n);
  return {
    obligaciones,
    total,
    salvedades: [...new Set(estados.flatMap((o) => o.estado.salvedades))],
    pazYSalvo: total === 0n && !estados.some((o) => o.estado.provisional),
  } satisfies LoQueDebe<(typeof estados)[number]>;
}
