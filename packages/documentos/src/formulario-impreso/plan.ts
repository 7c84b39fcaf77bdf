import { definidos } from '@autogestion/normas/definidos';
import type { Documento } from '../pdf/documento.ts';
import { ANCHO } from '../pdf/estilo.ts';
import { imprimible } from '../pdf/texto.ts';
import { casillasDeFilas, esArea, seccionesDe } from './disposicion.ts';
import { anchoDelEncabezado, finDelEncabezado, inicioDelEncabezado } from './encabezado.ts';
import { medirFilas, ubicar, type FilaUbicada } from './fila.ts';
import { inicioBajoLaBanda } from './banda.ts';
import { airear, repartir, type Bloque } from './repartir.ts';
import type { CasillaImpresa, Disposicion, HojaDispuesta, PedidoImpreso, SeccionDispuesta } from './tipos.ts';

export interface PaginaPlaneada {
  hoja: HojaDispuesta;
  /** Rows beside the QR: on the first page alone. */
  encabezado?: FilaUbicada[];
  bloques: Bloque[];
}

/** Sizes that are tried until the first sheet fits one page. */
const ESCALAS = [1, 0.94, 0.88, 0.82] as const;
/** Rows of a sheet of several pages are nearly as high on all of them. */
const HOLGURA_ENTRE_PAGINAS = 3;
/** With no page to fit into there is no reason to set it small. */
const ESCALA_ENTERA = 1;

/** Decides the size of the text and where each row of each page goes. */
export function planear(
  documento: Documento,
  disposicion: Disposicion,
  pedido: PedidoImpreso,
): PaginaPlaneada[] {
  const [primera, ...otras] = disposicion.hojas;
  const plan = { documento, disposicion, pedido };
  return [...planearPrimera(plan, primera), ...otras.flatMap((hoja) => planearHoja(plan, hoja))];
}

interface Plan {
  documento: Documento;
  disposicion: Disposicion;
  pedido: PedidoImpreso;
}

/** The largest size at which everything fits the pages that the sheet should take; if none does, as many as needed. */
function planearPrimera(plan: Plan, hoja: HojaDispuesta): PaginaPlaneada[] {
  const { paginas: deseadas = 1 } = hoja;
  for (const escala of ESCALAS) {
    const paginas = planearPrimeraEn(plan, hoja, escala);
    if (paginas.length > deseadas) continue;
    const ultima = paginas.length - 1;
    return paginas.map((pagina, i) => {
      if (ultima === 0) return { ...pagina, bloques: airear(pagina.bloques) };
      return i < ultima ? { ...pagina, bloques: airear(pagina.bloques, HOLGURA_ENTRE_PAGINAS) } : pagina;
    });
  }
  return planearPrimeraEn(plan, hoja, ESCALA_ENTERA);
}

function planearPrimeraEn(plan: Plan, hoja: HojaDispuesta, escala: number): PaginaPlaneada[] {
  const { documento, disposicion, pedido } = plan;
  const { encabezado, conAyuda = false } = disposicion;
  const medida = { documento, pedido, ancho: anchoDelEncabezado(pedido), escala, conAyuda };
  const suyas = casillasDe(encabezado, pedido.casillas);
  const filas = ubicar(medirFilas(suyas, encabezado.filas, medida), inicioDelEncabezado(pedido));
  const inicio = {
    primera: finDelEncabezado(filas, pedido),
    siguientes: inicioBajoLaBanda(hoja.avisos ?? []),
  };
  const secciones = [...seccionesDeHoja(plan, hoja, escala), ...sinDisponer(plan, escala)];
  return repartir(secciones, inicio).map((bloques, i) => ({
    hoja,
    bloques,
    ...definidos({ encabezado: i === 0 ? filas : undefined }),
  }));
}

function planearHoja(plan: Plan, hoja: HojaDispuesta): PaginaPlaneada[] {
  const secciones = seccionesDeHoja(plan, hoja, ESCALA_ENTERA);
  if (secciones.length === 0) return [];
  const inicio = inicioBajoLaBanda(hoja.avisos ?? []);
  return repartir(secciones, { primera: inicio, siguientes: inicio }).map((bloques) => ({ hoja, bloques }));
}

/** What a sheet has to print: its sections with values, and a block of a repeated one each time. */
function seccionesDeHoja(plan: Plan, { clave, secciones }: HojaDispuesta, escala: number) {
  const { documento, pedido } = plan;
  const unicas = secciones.filter(({ repetida }) => !repetida);
  const repetidas = secciones.filter(({ repetida }) => repetida);
  return [
    ...unicas.flatMap((seccion) => {
      const suyas = casillasDe(seccion, pedido.casillas);
      const tieneAlgo = suyas.length > 0 || seccion.filas.flat().some(esArea);
      const entera: boolean = seccion.porColumnas === true;
      return tieneAlgo ? [medirSeccion(plan, seccion, suyas, { escala, entera })] : [];
    }),
    ...pedido.bloques
      .filter(({ hoja }) => hoja === clave)
      .map(({ nombre, casillas }) => {
        const filas = repetidas.find((seccion) => casillasDe(seccion, casillas).length > 0)?.filas ?? [];
        const propia = { nombre: imprimible(documento, nombre), filas };
        return medirSeccion(plan, propia, casillas, { escala, entera: true });
      }),
  ];
}

/** Boxes that the layout does not know, under the section that they say: never lost. */
function sinDisponer(plan: Plan, escala: number) {
  const secciones = seccionesDe(plan.disposicion);
  const conocidas = new Set(secciones.flatMap(({ filas }) => casillasDeFilas(filas)).map(([clave]) => clave));
  const sueltas = plan.pedido.casillas.filter(({ numero }) => !conocidas.has(numero));
  return [...new Set(sueltas.map(({ seccion }) => seccion))].map((nombre) => {
    const suyas = sueltas.filter(({ seccion }) => seccion === nombre);
    return medirSeccion(plan, { nombre, filas: [] }, suyas, { escala, entera: false });
  });
}

function medirSeccion(
  { documento, pedido, disposicion: { conAyuda = false } }: Plan,
  { nombre, filas, porColumnas }: SeccionDispuesta,
  casillas: readonly CasillaImpresa[],
  { escala, entera }: { escala: number; entera: boolean },
) {
  const medida = { documento, pedido, ancho: ANCHO, escala, conAyuda };
  return {
    seccion: nombre,
    filas: medirFilas(casillas, filas, medida),
    entera,
    porColumnas: porColumnas === true,
  };
}

function casillasDe({ filas }: SeccionDispuesta, casillas: readonly CasillaImpresa[]): CasillaImpresa[] {
  const claves = new Set(casillasDeFilas(filas).map(([clave]) => clave));
  return casillas.filter(({ numero }) => claves.has(numero));
}
