import { alturaDe, aplicar, elemento, type Documento, type Elemento, type Estilo } from '../pdf/documento.ts';
import { ANCHO, COLOR, IZQUIERDA } from '../pdf/estilo.ts';
import { imprimible, itemDe, lineasDe } from '../pdf/texto.ts';
import type { FilaPresentada, SeccionPresentada } from './tipos.ts';

/** A piece that is never cut between two sheets. */
export interface Bloque {
  /** Of which section; the pieces of one that share a sheet are read together. */
  seccion: string;
  tipo: 'titulo' | 'parrafo' | 'item' | 'fila';
  alto: number;
  /** It goes to the sheet of the piece after it. */
  conSiguiente?: boolean;
  dibujar: (y: number) => Elemento;
}

const ESTILO = {
  titulo: { fuente: 'negra', tamano: 11, color: COLOR.petroleo },
  parrafo: { fuente: 'regular', tamano: 9, color: COLOR.tinta },
  clave: { fuente: 'seminegra', tamano: 8.5, color: COLOR.secundario },
  valor: { fuente: 'regular', tamano: 9, color: COLOR.tinta },
} as const satisfies Record<string, Estilo>;

const ANCHO_CLAVE = 170;
const CANAL = 10;
const ANCHO_VALOR = ANCHO - ANCHO_CLAVE - CANAL;
/** Characters of a piece of a long text: some forty lines, so it always fits a sheet. */
const TROZO = 3_000;
const SANGRIA = 14;

/** The pieces of a section, measured. Nothing is cut: a long text goes on in as many pieces as it needs. */
export function bloquesDe(documento: Documento, seccion: SeccionPresentada): Bloque[] {
  const { titulo, parrafos = [], filas = [] } = seccion;
  return [
    tituloDe(documento, titulo),
    ...parrafos.flatMap((texto) => lineas(documento, titulo, texto)),
    ...filas.flatMap(({ clave, valor }) =>
      porLineas(valor).map((trozo) => fila(documento, titulo, { clave, valor: trozo })),
    ),
  ];
}

/** A text keeps the lines with which it was written: each item of a list is one, and so is each line of its own. */
function lineas(documento: Documento, seccion: string, texto: string): Bloque[] {
  const todas = lineasDe(texto);
  return todas.flatMap((linea, i) => {
    const item = itemDe(linea);
    const ultima = i === todas.length - 1;
    const sigueLista = itemDe(todas[i + 1] ?? '') !== undefined;
    const aire = item ? (sigueLista ? 2 : 6) : ultima || sigueLista ? 5 : 1;
    const piezas = trozos(item?.texto ?? linea).map((trozo, parte) =>
      item
        ? itemDeLista(documento, seccion, { marca: parte === 0 ? item.marca : '', texto: trozo }, aire)
        : parrafo(documento, seccion, trozo, aire),
    );
    // What announces a list is read with its first item.
    const anuncia = !item && sigueLista;
    return piezas.map((pieza, p) =>
      anuncia && p === piezas.length - 1 ? { ...pieza, conSiguiente: true } : pieza,
    );
  });
}

function tituloDe(documento: Documento, seccion: string): Bloque {
  const texto = imprimible(aplicar(documento, ESTILO.titulo), seccion);
  const alto = alturaDe(documento, texto, ESTILO.titulo, ANCHO);
  return {
    seccion,
    tipo: 'titulo',
    alto: alto + 14,
    conSiguiente: true,
    dibujar: (y) =>
      elemento(documento, 'H2', {}, [
        () => {
          aplicar(documento, ESTILO.titulo).text(texto, IZQUIERDA, y + 9, { width: ANCHO });
        },
      ]),
  };
}

function parrafo(documento: Documento, seccion: string, crudo: string, aire: number): Bloque {
  const texto = imprimible(aplicar(documento, ESTILO.parrafo), crudo);
  return {
    seccion,
    tipo: 'parrafo',
    alto: alturaDe(documento, texto, ESTILO.parrafo, ANCHO) + aire,
    dibujar: (y) =>
      elemento(documento, 'P', {}, [
        () => {
          aplicar(documento, ESTILO.parrafo).text(texto, IZQUIERDA, y, { width: ANCHO });
        },
      ]),
  };
}

function itemDeLista(
  documento: Documento,
  seccion: string,
  item: { marca: string; texto: string },
  aire: number,
): Bloque {
  const marca = imprimible(aplicar(documento, ESTILO.parrafo), item.marca);
  const texto = imprimible(aplicar(documento, ESTILO.parrafo), item.texto);
  const ancho = ANCHO - SANGRIA;
  const parte = (tipo: 'Lbl' | 'LBody', dicho: string, x: number, y: number) =>
    elemento(documento, tipo, {}, [
      () => {
        aplicar(documento, ESTILO.parrafo).text(dicho, x, y, { width: ancho });
      },
    ]);
  return {
    seccion,
    tipo: 'item',
    alto: alturaDe(documento, texto, ESTILO.parrafo, ancho) + aire,
    dibujar: (y) =>
      elemento(documento, 'LI', {}, [
        ...(marca ? [parte('Lbl', `${marca} `, IZQUIERDA + 2, y)] : []),
        parte('LBody', texto, IZQUIERDA + SANGRIA, y),
      ]),
  };
}

function fila(documento: Documento, seccion: string, { clave, valor }: FilaPresentada): Bloque {
  const rotulo = imprimible(aplicar(documento, ESTILO.clave), clave);
  aplicar(documento, ESTILO.valor);
  const texto = lineasDe(valor)
    .map((linea) => imprimible(documento, linea))
    .join('\n');
  const alto = Math.max(
    alturaDe(documento, rotulo, ESTILO.clave, ANCHO_CLAVE),
    alturaDe(documento, texto, ESTILO.valor, ANCHO_VALOR),
  );
  const celda = (
    tipo: 'TH' | 'TD',
    y: number,
    dicho: { texto: string; estilo: Estilo; x: number; ancho: number },
  ) =>
    elemento(documento, tipo, tipo === 'TH' ? { scope: 'Row' } : {}, [
      () => {
        aplicar(documento, dicho.estilo).text(dicho.texto, dicho.x, y, { width: dicho.ancho });
      },
    ]);
  return {
    seccion,
    tipo: 'fila',
    alto: alto + 4,
    dibujar: (y) =>
      elemento(documento, 'TR', {}, [
        // The space keeps both apart when they are read aloud.
        celda('TH', y, { texto: `${rotulo} `, estilo: ESTILO.clave, x: IZQUIERDA, ancho: ANCHO_CLAVE }),
        celda('TD', y, {
          texto,
          estilo: ESTILO.valor,
          x: IZQUIERDA + ANCHO_CLAVE + CANAL,
          ancho: ANCHO_VALOR,
        }),
      ]),
  };
}

/** Lines of a row that go together: as many as always fit a sheet. */
function porLineas(valor: string): string[] {
  const partes: string[] = [];
  let cuantas = 0;
  for (const linea of lineasDe(valor).flatMap(trozos)) {
    const ultima = partes.at(-1);
    cuantas += 1 + linea.length / 75;
    if (ultima === undefined || cuantas > 45) {
      partes.push(linea);
      cuantas = 1 + linea.length / 75;
    } else partes[partes.length - 1] = `${ultima}\n${linea}`;
  }
  return partes.length === 0 ? [''] : partes;
}

/** Cut at a space where there is one near. */
function trozos(texto: string): string[] {
  const partes: string[] = [];
  let resto = texto;
  while (resto.length > TROZO) {
    const espacio = resto.lastIndexOf(' ', TROZO);
    const corte = espacio > TROZO / 2 ? espacio : TROZO;
    partes.push(resto.slice(0, corte));
    resto = resto.slice(corte).trimStart();
  }
  return [...partes, resto];
}
