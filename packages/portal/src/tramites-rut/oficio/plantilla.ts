import type { Evaluacion } from '@autogestion/normas/rut';
import type { Plantilla } from '../../tramites/index.ts';

interface TextosDeActuacion {
  /** «suspender la inscripción en el RUT». */
  que: string;
  /** What the official wrote that proves it. */
  evidencia: string;
  /** What becomes true. */
  efecto: string;
  /** Articles besides those of the conditions. */
  articulos: readonly string[];
}

/** The text with which an official begins to write an act of the office. */
export function plantillaDeActuacion(sentido: string, e: Evaluacion, t: TextosDeActuacion): Plantilla {
  const con = sentido === 'ordenada' ? 'cumple' : 'no-cumple';
  const condiciones = e.condiciones.filter((c) => c.estado === con);
  const lista = condiciones.map((c) => `- ${c.razon.replace(/\.$/, '')} (${c.articulo}).`).join('\n');
  // Why it is not ordered when nothing stops it, only the official knows.
  if (sentido !== 'ordenada' && condiciones.length === 0)
    return { razones: '', fundamento: [...new Set(t.articulos)].join('; ') };
  const parrafos =
    sentido === 'ordenada'
      ? [
          `La oficina abrió esta actuación para ${t.que}. Se apoya en lo siguiente:`,
          t.evidencia,
          lista,
          t.efecto,
        ]
      : [`La oficina abrió esta actuación para ${t.que}. Se archiva sin ordenarlo.`, lista];
  const articulos = [...condiciones.flatMap((c) => c.articulo.split('; ')), ...t.articulos];
  return {
    razones: parrafos.filter((p) => p !== '').join('\n\n'),
    fundamento: [...new Set(articulos)].join('; '),
  };
}
