import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import type { Ambito, Claves } from '../../plataforma/index.ts';

export interface OpcionesRutas {
  /** Path of a draft, with `:borrador` (and `:titular` where one acts for a person). */
  base: string;
  /** Path of the home of the taxpayer whose draft it is. */
  inicio?: string;
  acceso: 'visitante' | 'titular' | 'funcionario';
  /** Of officials: the draft is of their session. */
  roles?: readonly string[];
  claves: Claves;
  /** How far one must be able to act for another to finish; as far as to prepare the draft unless told. */
  ambitoParaTerminar?: Ambito;
  /** Where someone whose session is gone takes the draft up again. */
  sinSesion?: (parametros: Record<string, string>) => string;
}

export const PARAMETROS = z.object({
  borrador: z.string().regex(/^[0-9a-z]{26}$/),
  paso: z.string().optional(),
  titular: z.string().optional(),
});
export type Parametros = z.output<typeof PARAMETROS>;

/** What every page of a draft has in common. */
export const comunDe = (o: OpcionesRutas) => ({
  acceso: o.acceso,
  parametros: PARAMETROS,
  ...definidos({ roles: o.roles }),
  ambito: 'preparar' as const,
  ...definidos({ sinSesion: o.sinSesion as never }),
});

/** Address of a draft, without a final slash. */
export const baseDe = (o: Pick<OpcionesRutas, 'base'>, parametros: Parametros): string =>
  direccion(o.base, parametros);

export const direccion = (camino: string, parametros: Parametros): string =>
  camino.replace(/:(\w+)/g, (_, n: keyof Parametros) => parametros[n] ?? '');

/** Revision of the draft that a page or an `If-Match` carries. */
export function leerRevision(texto: string | undefined): number | undefined {
  const n = Number((texto ?? '').replace(/^(?:W\/)?"?(\d+)"?$/, '$1'));
  return texto && Number.isSafeInteger(n) ? n : undefined;
}

export const CAMBIO = 'Sus respuestas cambiaron en otra ventana. Revíselas otra vez antes de seguir.';
