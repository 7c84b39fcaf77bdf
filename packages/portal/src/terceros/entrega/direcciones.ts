/** Everything that a taxpayer reports of others. */
export const BASE = '/de/:titular/exogena';
export const UNA = `${BASE}/:envio`;

export const deExogena = (titular: string): string => `/de/${titular}/exogena`;
export const deEntrega = (titular: string, entrega: string): string => `${deExogena(titular)}/${entrega}`;
