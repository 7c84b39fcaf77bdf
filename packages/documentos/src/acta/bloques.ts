import { alturaDe, aplicar, elemento, type Documento, type Elemento, type Estilo } from '../pdf/documento.ts';
import { ANCHO, COLOR, IZQUIERDA } from '../pdf/estilo.ts';
import { imprimible } from '../pdf/texto.ts';
import type { FilaPresentada, SeccionPresentada } from './tipos.ts';

/** A piece that is never cut between two sheets. */
export interface Bloque {
  /** Of which section; the pieces of one that share a sheet are read together. */
  seccion: string;
  tipo: 'titulo' | 'parrafo' | 'fila';
  alto: number;
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

/** The pieces of a section, measured. Nothing is cut: a long text goes on in as many pieces as it needs. */
export function bloquesDe(documento: Documento, seccion: SeccionPresentada): Bloque[] {
  const { titulo, parrafos = [], filas = [] } = seccion;
  return [
    tituloDe(documento, titulo),
    ...parrafos.flatMap((texto) => trozos(texto).map((trozo) => parrafo(documento, titulo, trozo))),
    ...filas.flatMap(({ clave, valor }) =>
      trozos(valor).map((trozo) => fila(documento, titulo, { clave, valor: trozo })),
    ),
  ];
}

function tituloDe(documento: Documento, seccion: string): Bloque {
  const texto = imprimible(aplicar(documento, ESTILO.titulo), seccion);
  const alto = alturaDe(documento, texto, ESTILO.titulo, ANCHO);
  return {
    seccion,
    tipo: 'titulo',
    alto: alto + 14,
    dibujar: (y) =>
      elemento(documento, 'H2', {}, [
        () => {
          aplicar(documento, ESTILO.titulo).text(texto, IZQUIERDA, y + 9, { width: ANCHO });
        },
      ]),
  };
}

function parrafo(documento: Documento, seccion: string, crudo: string): Bloque {
  const texto = imprimible(aplicar(documento, ESTILO.parrafo), crudo);
  return {
    seccion,
    tipo: 'parrafo',
    alto: alturaDe(documento, texto, ESTILO.parrafo, ANCHO) + 5,
    dibujar: (y) =>
      elemento(documento, 'P', {}, [
        () => {
          aplicar(documento, ESTILO.parrafo).text(texto, IZQUIERDA, y, { width: ANCHO });
        },
      ]),
  };
}

function fila(documento: Documento, seccion: string, { clave, valor }: FilaPresentada): Bloque {
  const rotulo = imprimible(aplicar(documento, ESTILO.clave), clave);
  const texto = imprimible(aplicar(documento, ESTILO.valor), valor);
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
