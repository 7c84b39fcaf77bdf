/** Addresses of the returns of a taxpayer, by their public identifiers. */
export const todas = (titular: string): string => `/de/${titular}/declaraciones`;
export const deBorrador = (titular: string, borrador: string): string => `${todas(titular)}/${borrador}`;
export const dePresentada = (titular: string, declaracion: string): string =>
  `${todas(titular)}/presentadas/${declaracion}`;
/** Of an annex and of a row of it, from 1, under a draft. */
export const deAnexo = (base: string, anexo: string): string => `${base}/anexos/${anexo}`;
export const deFila = (base: string, anexo: string, fila: number | 'nueva'): string =>
  `${deAnexo(base, anexo)}/filas/${fila}`;
