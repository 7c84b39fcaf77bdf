import type { FilaPresentada } from '../acta/index.ts';
import { filas, type CasillaImpresa, type SeccionDispuesta } from '../formulario-impreso/index.ts';

const SECCION_FIRMA = 'Firma electrónica';
/** What is longer takes a line of its own. */
const CORTO = 58;

/** How it was signed, after the boxes: short facts in pairs, long ones on a line of their own. */
export function seccionDeFirma(firma: readonly FilaPresentada[]): {
  seccion: SeccionDispuesta;
  casillas: CasillaImpresa[];
} {
  const casillas = firma.map(({ clave, valor }, i) => ({
    numero: `firma${i + 1}`,
    nombre: clave,
    seccion: SECCION_FIRMA,
    valor,
  }));
  const renglones: CasillaImpresa[][] = [];
  for (const casilla of casillas) {
    const ultimo = renglones.at(-1);
    const caben = ultimo?.length === 1 && [...ultimo, casilla].every(({ valor }) => valor.length <= CORTO);
    if (caben) ultimo.push(casilla);
    else renglones.push([casilla]);
  }
  const escritos = renglones.map((r) => r.map(({ numero }) => `${numero}:${24 / r.length}`).join(' '));
  return { seccion: { nombre: SECCION_FIRMA, filas: filas(...escritos) }, casillas };
}
