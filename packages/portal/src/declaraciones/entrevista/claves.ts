import { sha256 } from '../../plataforma/index.ts';

/** The identifier of a suggestion as an address and a field may have it: it carries somebody's NIT. */
export const claveCorta = (id: string): string => `s-${sha256(id).toString('hex').slice(0, 20)}`;

export const campoDeSugerencia = (id: string): string => `es-${claveCorta(id)}`;

/** The one of that short key among several. */
export const porClaveCorta = <T extends { id: string }>(lista: readonly T[], corta: string): T | undefined =>
  lista.find((s) => claveCorta(s.id) === corta);
