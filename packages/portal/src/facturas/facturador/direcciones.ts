/** Where one becomes an electronic invoicer and asks for numbers. */
export const BASE = '/de/:titular/facturador';
export const SET = `${BASE}/habilitacion/:habilitacion`;
export const RANGO = `${BASE}/numeracion/:rango`;

export const deFacturador = (titular: string): string => `/de/${titular}/facturador`;
export const deSet = (titular: string, habilitacion: string): string =>
  `${deFacturador(titular)}/habilitacion/${habilitacion}`;
export const deNumeracion = (titular: string): string => `${deFacturador(titular)}/numeracion`;
export const deRango = (titular: string, rango: string): string => `${deNumeracion(titular)}/${rango}`;

export const ES_FACTURADOR = '/facturacion/facturador';
export const ESTOY_OBLIGADO = '/facturacion/estoy-obligado';
