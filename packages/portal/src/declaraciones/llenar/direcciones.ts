/** Addresses of the returns of a taxpayer, by their public identifiers. */
export const todas = (titular: string): string => `/de/${titular}/declaraciones`;
export const deBorrador = (titular: string, borrador: string): string => `${todas(titular)}/${borrador}`;
export const dePresentada = (titular: string, declaracion: string): string =>
  `${todas(titular)}/presentadas/${declaracion}`;
