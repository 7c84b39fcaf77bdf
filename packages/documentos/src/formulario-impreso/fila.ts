import { elemento, type Documento, type Elemento } from '../pdf/documento.ts';
import { COLOR } from '../pdf/estilo.ts';
import { medirArea } from './area.ts';
import { medirCelda } from './celda.ts';
import { casillasDeFilas, esArea } from './disposicion.ts';
import type { Pieza } from './pieza.ts';
import { COLUMNAS, type CasillaImpresa, type FilaDispuesta, type PedidoImpreso } from './tipos.ts';

/** Pieces side by side, of one height. */
export interface FilaMedida {
  piezas: Pieza[];
  alto: number;
}

export type FilaUbicada = FilaMedida & { y: number };

/** With what a row is measured. */
interface Medida {
  documento: Documento;
  pedido: PedidoImpreso;
  /** In points. */
  ancho: number;
  /** Of every text of a box, so that a whole sheet can be made to fit. */
  escala: number;
  conAyuda: boolean;
}

/** Boxes in the rows of the layout; those that it does not know take a row each, never lost. */
export function medirFilas(
  casillas: readonly CasillaImpresa[],
  filas: readonly FilaDispuesta[],
  medida: Medida,
): FilaMedida[] {
  const conocidas = new Set(casillasDeFilas(filas).map(([clave]) => clave));
  const sueltas = casillas
    .filter(({ numero }) => !conocidas.has(numero))
    .map(({ numero }): FilaDispuesta => [[numero, COLUMNAS]]);
  return [...filas, ...sueltas].flatMap((fila) => {
    const piezas = medirFila(casillas, fila, medida);
    return piezas.length === 0 ? [] : [{ piezas, alto: Math.max(...piezas.map(({ alto }) => alto)) }];
  });
}

/** A box without an entry in the values leaves its room to the others. */
function medirFila(casillas: readonly CasillaImpresa[], fila: FilaDispuesta, medida: Medida): Pieza[] {
  const { documento, pedido, escala, conAyuda } = medida;
  const presentes = fila.flatMap((pieza): [number, (ancho: number) => Pieza][] => {
    if (esArea(pieza)) return [[pieza.ancho, (ancho) => medirArea(documento, pieza, ancho, pedido)]];
    const [clave, peso, clase = 'texto'] = pieza;
    return casillas
      .filter(({ numero }) => numero === clave)
      .map((casilla) => [
        peso,
        (ancho) => medirCelda(documento, casilla, { ancho, clase, escala, conAyuda }),
      ]);
  });
  const total =
    presentes.length === fila.length ? COLUMNAS : presentes.reduce((suma, [peso]) => suma + peso, 0);
  return presentes.map(([peso, medir]) => medir((peso / total) * medida.ancho));
}

/** One under the other from a height on. */
export function ubicar(filas: readonly FilaMedida[], y: number): FilaUbicada[] {
  let siguiente = y;
  return filas.map((fila) => {
    const ubicada = { ...fila, y: siguiente };
    siguiente += fila.alto;
    return ubicada;
  });
}

export const altoDe = (filas: readonly FilaMedida[]) => filas.reduce((suma, { alto }) => suma + alto, 0);

/** The lines around the boxes; under the text, and nothing to who does not see them. */
export function dibujarMarcos(documento: Documento, filas: readonly FilaUbicada[], izquierda: number): void {
  recorrer(filas, izquierda, ({ marco, ancho }, x, { y, alto }) => {
    if (marco) documento.rect(x, y, ancho, alto).lineWidth(0.5).stroke(COLOR.linea);
  });
}

/** The table of the boxes, when there are any, and then the areas. */
export function dibujarFilas(
  documento: Documento,
  filas: readonly FilaUbicada[],
  { izquierda, titulo }: { izquierda: number; titulo: string },
): Elemento[] {
  const deTabla: Elemento[] = [];
  const aparte: Elemento[] = [];
  recorrer(filas, izquierda, (pieza, x, { y }) => {
    (pieza.enTabla ? deTabla : aparte).push(pieza.dibujar(x, y));
  });
  return [
    ...(deTabla.length > 0 ? [elemento(documento, 'Table', { title: titulo }, deTabla)] : []),
    ...aparte,
  ];
}

function recorrer(
  filas: readonly FilaUbicada[],
  izquierda: number,
  hacer: (pieza: Pieza, x: number, fila: FilaUbicada) => void,
): void {
  for (const fila of filas) {
    let x = izquierda;
    for (const pieza of fila.piezas) {
      hacer(pieza, x, fila);
      x += pieza.ancho;
    }
  }
}
