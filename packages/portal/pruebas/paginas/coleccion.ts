import { estructuraDe, nombresRotos, piezasDe } from './estructura.ts';

export interface PaginaVista {
  /** How it was reached. */
  nombre: string;
  html: string;
}

/** Pages that were seen, to look at in a browser. */
export interface Coleccion {
  guardar(nombre: string, html: string): void;
  /** One of each structure: the one with the longest word, which is what overflows a narrow screen. */
  distintas(): PaginaVista[];
  /** Fewer: those that have among them every piece. */
  suficientes(): PaginaVista[];
  /** Names given twice and to nobody, in any page. */
  readonly rotas: Record<string, string[]>;
}

export function coleccion(): Coleccion {
  const distintas = new Map<string, PaginaVista & { largo: number }>();
  const rotas: Record<string, string[]> = {};
  return {
    rotas,
    guardar(nombre, html) {
      const faltas = nombresRotos(html);
      if (faltas.length > 0) rotas[nombre] = faltas;
      const estructura = estructuraDe(html);
      const largo = palabraMasLarga(html);
      if (largo > (distintas.get(estructura)?.largo ?? -1))
        distintas.set(estructura, { nombre, html, largo });
    },
    distintas: () => [...distintas.values()],
    suficientes: () => cubrir([...distintas.values()]),
  };
}

/** Takes first the pages with most pieces, and then those that still bring one. */
function cubrir(paginas: readonly PaginaVista[]): PaginaVista[] {
  const hay = new Set<string>();
  return paginas
    .map((pagina) => ({ pagina, piezas: piezasDe(pagina.html) }))
    .toSorted((a, b) => b.piezas.size - a.piezas.size)
    .flatMap(({ pagina, piezas }) => {
      const antes = hay.size;
      for (const pieza of piezas) hay.add(pieza);
      return hay.size > antes ? [pagina] : [];
    });
}

const palabraMasLarga = (html: string): number =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .reduce((mayor, palabra) => Math.max(mayor, palabra.length), 0);
