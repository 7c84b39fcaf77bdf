/** Where a taxpayer sees what they issued and received. */
export const BASE = '/de/:titular/facturas';
export const deFacturas = (titular: string): string => `/de/${titular}/facturas`;
