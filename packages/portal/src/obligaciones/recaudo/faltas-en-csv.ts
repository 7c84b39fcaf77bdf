import { enCsv } from '../../plataforma/index.ts';
import type { ArchivoRechazado } from './consultas.ts';

/** The faults of a file for whoever sends them to the bank. What a bank wrote is quoted in the sentences. */
export function faltasEnCsv({ faltas, masFaltas }: ArchivoRechazado): string {
  const filas = faltas.map((f) => [f.linea === 0 ? '' : String(f.linea), f.texto]);
  if (masFaltas > 0) filas.push(['', `Hay ${masFaltas} faltas más.`]);
  return enCsv([['Línea', 'Qué está mal'], ...filas]);
}
