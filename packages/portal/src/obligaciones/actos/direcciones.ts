import type { ClaseDeActo } from './clases.ts';
import type { Contexto } from './contexto.ts';

const MESA = '/mesa/obligaciones';
type Slug = ClaseDeActo<Contexto, unknown>['slug'];

/** Whom one attends. */
export const caminoDeAtencion = (atencion: string): string => `${MESA}/${atencion}`;

/** Where an act is asked for, upon an entry of theirs or of none. */
export const caminoDe = (atencion: string, slug: Slug, renglon?: string): string =>
  [caminoDeAtencion(atencion), slug, ...(renglon === undefined ? [] : [renglon])].join('/');

export const caminoDeActo = (atencion: string, acto: string): string =>
  `${caminoDeAtencion(atencion)}/actos/${acto}`;

export const caminoDeRevisar = (acto: string): string => `${MESA}/actos/${acto}`;
