/** Where one enters the SIMPLE or leaves it. */
export const BASE = '/de/:titular/simple';
export const UNA = `${BASE}/:opcion`;

export const deRegimen = (titular: string): string => `/de/${titular}/simple`;
export const deOpcion = (titular: string, opcion: string): string => `${deRegimen(titular)}/${opcion}`;
