import type { ArchivoRechazado } from './consultas.ts';

/** The faults of a file for whoever sends them to the bank: with its mark, so that Excel reads the accents. */
export function faltasEnCsv({ faltas, masFaltas }: ArchivoRechazado): string {
  const filas = faltas.map((f) => [f.linea === 0 ? '' : String(f.linea), f.texto]);
  if (masFaltas > 0) filas.push(['', `Hay ${masFaltas} faltas más.`]);
  return `\ufeff${[['Línea', 'Qué está mal'], ...filas].map((f) => f.map(celda).join(';')).join('\r\n')}\r\n`;
}

/** What a bank wrote is quoted in the sentences: a spreadsheet must not take it for a formula. */
const celda = (texto: string): string => {
  const inerte = /^[=+\-@\t\r]/.test(texto) ? `'${texto}` : texto;
  return `"${inerte.replaceAll('"', '""')}"`;
};
