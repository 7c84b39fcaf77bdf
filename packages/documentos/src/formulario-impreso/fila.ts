import { elemento, type Documento, type Elemento } from '../pdf/documento.ts';
import { COLOR } from '../pdf/estilo.ts';
import { medirArea } from './area.ts';
import { medirCelda } from './celda.ts';
import { casillasDeFilas, esArea } from './disposicion.ts';
import type { Pieza } from './pieza.ts';
import { medirRenglon } from './renglon.ts';
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
    if (esArea(pieza)) {
      if (pieza.area === 'barras' && pedido.codigoBarras === undefined) return [];
      return [[pieza.ancho, (ancho) => medirArea(documento, pieza, ancho, pedido)]];
    }
    const [clave, peso, clase = 'texto'] = pieza;
    return casillas
      .filter(({ numero }) => numero === clave)
      .map((casilla) => [
        peso,
        (ancho) =>
          clase === 'renglon' || clase === 'total'
            ? medirRenglon(documento, casilla, { ancho, escala, esTotal: clase === 'total' })
            : medirCelda(documento, casilla, { ancho, clase, escala, conAyuda }),
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
  recorrer(filas, izquierda, (pieza, x, { y, alto }) => pieza.fondo?.(x, y, alto));
  recorrer(filas, izquierda, ({ marco, ancho }, x, { y, alto }) => {
    if (marco) documento.rect(x, y, ancho, alto).lineWidth(0.5).stroke(COLOR.linea);
  });
}

/** The table of the boxes, when there are any, and then the areas. */
export function dibujarFilas(
  documento: Documento,
  filas: readonly FilaUbicada[],
  { izquierda, titulo, porColumnas = false }: { izquierda: number; titulo: string; porColumnas?: boolean },
): Elemento[] {
  const deTabla: Elemento[] = [];
  const aparte: Elemento[] = [];
  const leer = (pieza: Pieza, x: number, { y, alto }: FilaUbicada) => {
    (pieza.enTabla ? deTabla : aparte).push(pieza.dibujar(x, y, alto));
  };
  if (porColumnas) for (const tramo of tramos(filas)) recorrerPorColumnas(tramo, izquierda, leer);
  else recorrer(filas, izquierda, leer);
  return [
    ...(deTabla.length > 0 ? [elemento(documento, 'Table', { title: titulo }, deTabla)] : []),
    ...aparte,
  ];
}

type Hacer = (pieza: Pieza, x: number, fila: FilaUbicada) => void;

/** Rows that follow each other with as many pieces: a line that goes whole is read when its turn comes. */
function tramos(filas: readonly FilaUbicada[]): FilaUbicada[][] {
  const juntas: FilaUbicada[][] = [];
  for (const fila of filas) {
    const ultimo = juntas.at(-1);
    if (ultimo?.[0]?.piezas.length === fila.piezas.length) ultimo.push(fila);
    else juntas.push([fila]);
  }
  return juntas;
}

function recorrerPorColumnas(filas: readonly FilaUbicada[], izquierda: number, hacer: Hacer): void {
  const turnos: [columna: number, ...Parameters<Hacer>][] = [];
  recorrer(filas, izquierda, (pieza, x, fila) => turnos.push([fila.piezas.indexOf(pieza), pieza, x, fila]));
  for (const [, ...turno] of turnos.sort(([a], [b]) => a - b)) hacer(...turno);
}

function recorrer(filas: readonly FilaUbicada[], izquierda: number, hacer: Hacer): void {
  for (const fila of filas) {
    let x = izquierda;
    for (const pieza of fila.piezas) {
      hacer(pieza, x, fila);
      x += pieza.ancho;
    }
  }
}
