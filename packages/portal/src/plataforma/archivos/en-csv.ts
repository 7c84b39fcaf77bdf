/**
 * A table for a spreadsheet, with the mark by which Excel reads the accents. What somebody else wrote is never taken for
 * a formula there (OWASP, «CSV injection»).
 */
export const enCsv = (filas: readonly (readonly string[])[]): string =>
  `\ufeff${filas.map((f) => f.map(celda).join(';')).join('\r\n')}\r\n`;

const celda = (texto: string): string => {
  const inerte = /^[\s]*[=+\-@\t\r\n|]/.test(texto) ? `'${texto}` : texto;
  return `"${inerte.replaceAll('"', '""')}"`;
};
