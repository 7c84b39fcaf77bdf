import type { Documento } from '../pdf/documento.ts';
import { medirCelda, type Celda } from './celda.ts';
import { COLUMNAS, CUERPO, ENCABEZADO, type Fila } from './disposicion.ts';
import { ANCHO, FIN_DEL_CUERPO, MARGEN } from '../pdf/estilo.ts';
import type { CasillaImpresa } from './tipos.ts';

/** Boxes side by side, of one height. */
export interface FilaMedida {
  celdas: Celda[];
  alto: number;
}

/** A section on a page. One that goes on to the next page appears in both. */
export interface Bloque {
  seccion: string;
  continuacion: boolean;
  filas: (FilaMedida & { y: number })[];
  /** Top of its title. */
  y: number;
}

export interface Plan {
  escala: number;
  encabezado: FilaMedida[];
  paginas: Bloque[][];
}

export const ALTO_TITULO = 13;
const SEPARACION = 5;
const ESCALAS = [1, 0.94, 0.88, 0.82];
/** With no sheet to fit into there is no reason to set it small. */
const ESCALA_DE_VARIAS_HOJAS = 1;
/** Space that a row may be given so that a short sheet does not end half way. */
const HOLGURA_MAXIMA = 5;
export const ANCHO_ENCABEZADO = ANCHO - 146;
/** First box of the other pages of sheet 1, under their short header. */
const INICIO_CONTINUACION = MARGEN + 30;

/**
 * Decides the size of the text and where each row goes: the largest size at which everything fits one sheet; if
 * none does, as many sheets as needed.
 *
 * @param inicio where the first section may begin, once the rows of the header are measured
 */
export function planear(
  documento: Documento,
  casillas: CasillaImpresa[],
  inicio: (encabezado: FilaMedida[]) => number,
): Plan {
  for (const escala of ESCALAS) {
    const plan = planearEn(documento, casillas, escala, inicio);
    if (plan.paginas.length === 1) return airear(plan);
  }
  return planearEn(documento, casillas, ESCALA_DE_VARIAS_HOJAS, inicio);
}

function planearEn(
  documento: Documento,
  casillas: CasillaImpresa[],
  escala: number,
  inicio: (encabezado: FilaMedida[]) => number,
): Plan {
  const medir = (fila: CasillaImpresa[], anchos: number[]) => medirFila(documento, fila, anchos, escala);
  const numerosEncabezado = new Set(ENCABEZADO.flat().map(([numero]) => numero));
  const delEncabezado = casillas.filter(({ numero }) => numerosEncabezado.has(numero));
  const delCuerpo = casillas.filter(({ numero }) => !numerosEncabezado.has(numero));
  const encabezado = enFilas(delEncabezado, ENCABEZADO, ANCHO_ENCABEZADO).map((f) =>
    medir(f.casillas, f.anchos),
  );

  const secciones = porSeccion(delCuerpo).map(({ seccion, propias }) => ({
    seccion,
    filas: enFilas(propias, CUERPO, ANCHO).map((f) => medir(f.casillas, f.anchos)),
  }));
  return {
    escala,
    encabezado,
    paginas: repartir(secciones, { primera: inicio(encabezado), siguientes: INICIO_CONTINUACION }),
  };
}

export function medirFila(
  documento: Documento,
  fila: CasillaImpresa[],
  anchos: number[],
  escala: number,
): FilaMedida {
  const celdas = fila.map((casilla, i) => medirCelda(documento, casilla, anchos[i] ?? ANCHO, escala));
  return { celdas, alto: Math.max(...celdas.map(({ alto }) => alto)) };
}

function porSeccion(casillas: CasillaImpresa[]): { seccion: string; propias: CasillaImpresa[] }[] {
  const secciones: { seccion: string; propias: CasillaImpresa[] }[] = [];
  for (const casilla of casillas) {
    const ultima = secciones.at(-1);
    if (ultima?.seccion === casilla.seccion) ultima.propias.push(casilla);
    else secciones.push({ seccion: casilla.seccion, propias: [casilla] });
  }
  return secciones;
}

/** Boxes in the rows of the form; those that the arrangement does not know take a row each, never lost. */
export function enFilas(
  casillas: readonly CasillaImpresa[],
  disposicion: readonly Fila[],
  ancho: number,
): { casillas: CasillaImpresa[]; anchos: number[] }[] {
  const conocidas = new Set(disposicion.flat().map(([numero]) => numero));
  const filas = disposicion.map((fila) => {
    const presentes = fila.flatMap(([numero, peso]) =>
      casillas.filter((uno) => uno.numero === numero).map((casilla) => ({ casilla, peso })),
    );
    const total =
      presentes.length === fila.length ? COLUMNAS : presentes.reduce((suma, { peso }) => suma + peso, 0);
    return {
      casillas: presentes.map(({ casilla }) => casilla),
      anchos: presentes.map(({ peso }) => (peso / total) * ancho),
    };
  });
  const sueltas = casillas
    .filter(({ numero }) => !conocidas.has(numero))
    .map((casilla) => ({ casillas: [casilla], anchos: [ancho] }));
  return [...filas, ...sueltas].filter((fila) => fila.casillas.length > 0);
}

export interface SeccionMedida {
  seccion: string;
  filas: FilaMedida[];
  /** It goes whole to the next page rather than in two pieces, when a page is enough for it. */
  entera?: true;
}

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
  for (const { seccion, filas, entera } of secciones) {
    let bloque: Bloque | undefined;
    const completa = ALTO_TITULO + filas.reduce((suma, fila) => suma + fila.alto, 0);
    const cabeSola = inicio.siguientes + completa <= FIN_DEL_CUERPO;
    if (entera && cabeSola && y + completa > FIN_DEL_CUERPO && pagina.length > 0) pasarPagina();
    for (const fila of filas) {
      const necesita = fila.alto + (bloque ? 0 : ALTO_TITULO);
      if (y + necesita > FIN_DEL_CUERPO && pagina.length > 0) {
        pasarPagina();
        bloque = undefined;
      }
      if (!bloque) {
        bloque = { seccion, continuacion: fila !== filas[0], filas: [], y };
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

/** Shares out what a single sheet has left among its rows. */
function airear(plan: Plan): Plan {
  const bloques = plan.paginas[0] ?? [];
  const filas = bloques.flatMap((bloque) => bloque.filas);
  const ultima = filas.at(-1);
  if (!ultima) return plan;
  const sobra = FIN_DEL_CUERPO - (ultima.y + ultima.alto);
  const extra = Math.max(0, Math.min(HOLGURA_MAXIMA, sobra / filas.length));
  let anteriores = 0;
  const aireados = bloques.map((bloque) => {
    const y = bloque.y + anteriores * extra;
    const suyas = bloque.filas.map((fila) => ({
      ...fila,
      y: fila.y + anteriores++ * extra,
      alto: fila.alto + extra,
    }));
    return { ...bloque, y, filas: suyas };
  });
  return { ...plan, paginas: [aireados] };
}
