import { FIN_DEL_CUERPO } from '../pdf/estilo.ts';
import { altoDe, type FilaMedida, type FilaUbicada } from './fila.ts';

/** A section on a page. One that goes on to the next page appears in both. */
export interface Bloque {
  seccion: string;
  continuacion: boolean;
  porColumnas: boolean;
  filas: FilaUbicada[];
  /** Top of its title. */
  y: number;
}

interface SeccionMedida {
  seccion: string;
  filas: FilaMedida[];
  /** It goes whole to the next page rather than in two pieces, when a page is enough for it. */
  entera: boolean;
  porColumnas: boolean;
}

export const ALTO_TITULO = 13;
const SEPARACION = 5;
/** Space that a row may be given so that a short sheet does not end half way. */
const HOLGURA_MAXIMA = 5;

/** Places sections one under the other. @param inicio where the first of each page may begin */
export function repartir(
  secciones: readonly SeccionMedida[],
  inicio: { primera: number; siguientes: number },
): Bloque[][] {
  let pagina: Bloque[] = [];
  const paginas = [pagina];
  let y = inicio.primera;
  const pasarPagina = () => {
    pagina = [];
    paginas.push(pagina);
    y = inicio.siguientes;
  };
  for (const { seccion, filas, entera, porColumnas } of secciones) {
    let bloque: Bloque | undefined;
    const completa = ALTO_TITULO + altoDe(filas);
    const cabeSola = inicio.siguientes + completa <= FIN_DEL_CUERPO;
    if (entera && cabeSola && y + completa > FIN_DEL_CUERPO && pagina.length > 0) pasarPagina();
    for (const fila of filas) {
      const necesita = fila.alto + (bloque ? 0 : ALTO_TITULO);
      if (y + necesita > FIN_DEL_CUERPO && pagina.length > 0) {
        pasarPagina();
        bloque = undefined;
      }
      if (!bloque) {
        bloque = { seccion, continuacion: fila !== filas[0], porColumnas, filas: [], y };
        pagina.push(bloque);
        y += ALTO_TITULO;
      }
      bloque.filas.push({ ...fila, y });
      y += fila.alto;
    }
    y += SEPARACION;
  }
  return paginas;
}

/** Shares out what a page has left among its rows. @param maxima in points, for each row */
export function airear(bloques: Bloque[], maxima = HOLGURA_MAXIMA): Bloque[] {
  const filas = bloques.flatMap((bloque) => bloque.filas);
  const ultima = filas.at(-1);
  if (!ultima) return bloques;
  const sobra = FIN_DEL_CUERPO - (ultima.y + ultima.alto);
  const extra = Math.max(0, Math.min(maxima, sobra / filas.length));
  let anteriores = 0;
  return bloques.map((bloque) => {
    const y = bloque.y + anteriores * extra;
    const suyas = bloque.filas.map((fila) => ({
      ...fila,
      y: fila.y + anteriores++ * extra,
      alto: fila.alto + extra,
    }));
    return { ...bloque, y, filas: suyas };
  });
}
