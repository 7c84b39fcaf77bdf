import { alturaDe, aplicar, elemento, type Documento, type Elemento, type Estilo } from '../pdf/documento.ts';
import { imprimible } from '../pdf/texto.ts';
import { COLOR } from '../pdf/estilo.ts';
import type { CasillaImpresa } from './tipos.ts';

/** One box, measured: what is drawn where, from its own top left corner. */
export interface Celda {
  casilla: CasillaImpresa;
  ancho: number;
  /** Without what is given to it so that the row is even. */
  alto: number;
  rotulo: string;
  renglones: Renglon[];
}

interface Renglon {
  x: number;
  y: number;
  ancho: number;
  codigo: string;
  nombre: string;
  tamano: number;
}

const RELLENO = { x: 4, arriba: 2.6, abajo: 2.8 } as const;
const ROTULO = 5.6;
const SEPARACION = 1.2;
/** Codes and names of a list are set smaller and, when they are many, in columns. */
const LISTA = { tamano: 6.6, desde: 3, anchoMinimo: 170, canal: 10 } as const;

/**
 * Lays a box out in a width. Nothing is cut: a value that is too long is set smaller, down to two thirds, and then
 * wraps for as many lines as it needs.
 *
 * @param escala of every text, so that a whole sheet can be made to fit
 */
export function medirCelda(
  documento: Documento,
  casilla: CasillaImpresa,
  ancho: number,
  escala: number,
): Celda {
  const util = ancho - 2 * RELLENO.x;
  const rotulo = `${casilla.numero}. ${imprimible(documento, casilla.nombre)}`;
  const altoRotulo = alturaDe(documento, rotulo, estiloRotulo(escala), util);
  const valores = valoresDe(documento, casilla);
  const y = RELLENO.arriba + altoRotulo + SEPARACION;
  const renglones =
    valores.length >= LISTA.desde
      ? enColumnas(documento, valores, { y, ancho: util, tamano: LISTA.tamano * escala })
      : enLineas(documento, valores, { y, ancho: util, escala });
  const fin = Math.max(y + 8.5 * escala, ...renglones.map((uno) => uno.y + alturaRenglon(documento, uno)));
  return { casilla, ancho, alto: fin + RELLENO.abajo, rotulo, renglones };
}

function valoresDe(
  documento: Documento,
  { valor, partes }: CasillaImpresa,
): { codigo: string; nombre: string }[] {
  const crudas = partes ?? valor.split('\n').map((codigo) => ({ codigo, nombre: '' }));
  return crudas
    .map(({ codigo, nombre }) => ({
      codigo: imprimible(documento, codigo),
      nombre: imprimible(documento, nombre),
    }))
    .filter(({ codigo, nombre }) => codigo + nombre !== '');
}

interface Espacio {
  y: number;
  ancho: number;
}

function enLineas(
  documento: Documento,
  valores: { codigo: string; nombre: string }[],
  { y, ancho, escala }: Espacio & { escala: number },
): Renglon[] {
  let siguiente = y;
  return valores.map((valor) => {
    const tamano = tamanoQueCabe(documento, valor, ancho, escala);
    const renglon = { ...valor, x: RELLENO.x, y: siguiente, ancho, tamano };
    siguiente += alturaRenglon(documento, renglon) + SEPARACION;
    return renglon;
  });
}

function tamanoQueCabe(
  documento: Documento,
  valor: { codigo: string; nombre: string },
  ancho: number,
  escala: number,
): number {
  const tamanos = [8.8, 8, 7.2, 6.5].map((uno) => uno * escala);
  const cabe = tamanos.find((tamano) => anchoNatural(documento, valor, tamano) <= ancho);
  return cabe ?? (tamanos.at(-1) ?? 6) + 0.3;
}

function anchoNatural(
  documento: Documento,
  { codigo, nombre }: { codigo: string; nombre: string },
  tamano: number,
) {
  const anchoCodigo = aplicar(documento, estiloCodigo(tamano)).widthOfString(codigo);
  if (!nombre) return anchoCodigo;
  return anchoCodigo + aplicar(documento, estiloNombre(tamano)).widthOfString(`  ${nombre}`);
}

function enColumnas(
  documento: Documento,
  valores: { codigo: string; nombre: string }[],
  { y, ancho, tamano }: Espacio & { tamano: number },
): Renglon[] {
  const columnas = Math.max(1, Math.min(3, Math.floor(ancho / LISTA.anchoMinimo)));
  const porColumna = Math.ceil(valores.length / columnas);
  const anchoColumna = (ancho - (columnas - 1) * LISTA.canal) / columnas;
  let siguiente = y;
  return valores.map((valor, i) => {
    const columna = Math.floor(i / porColumna);
    if (i % porColumna === 0) siguiente = y;
    const x = RELLENO.x + columna * (anchoColumna + LISTA.canal);
    const renglon = { ...valor, x, y: siguiente, ancho: anchoColumna, tamano };
    siguiente += alturaRenglon(documento, renglon) + SEPARACION / 2;
    return renglon;
  });
}

/** The code goes first and the name flows after it, on the same paragraph. */
function alturaRenglon(documento: Documento, { codigo, nombre, tamano, ancho }: Renglon): number {
  return alturaDe(documento, [codigo, nombre].filter(Boolean).join('  '), estiloCodigo(tamano), ancho);
}

/** A row of the section's table: the label is its header and the value its cell. */
export function dibujarCelda(
  documento: Documento,
  celda: Celda,
  x: number,
  y: number,
  escala: number,
): Elemento {
  const { casilla, rotulo, renglones, ancho } = celda;
  const encabezado = elemento(documento, 'TH', { scope: 'Row' }, [
    () => {
      aplicar(documento, { ...estiloRotulo(escala), color: COLOR.secundario });
      documento.text(rotulo, x + RELLENO.x, y + RELLENO.arriba, { width: ancho - 2 * RELLENO.x });
    },
  ]);
  const parrafos = renglones.map((renglon) => () => dibujarRenglon(documento, renglon, x, y));
  const contenido =
    parrafos.length > 1
      ? [
          elemento(
            documento,
            'L',
            {},
            parrafos.map((dibujo) => itemDeLista(documento, dibujo)),
          ),
        ]
      : parrafos;
  const dato = elemento(documento, 'TD', { title: `Casilla ${casilla.numero}` }, contenido);
  return elemento(documento, 'TR', {}, [encabezado, dato]);
}

function itemDeLista(documento: Documento, dibujo: () => void): Elemento {
  return elemento(documento, 'LI', {}, [elemento(documento, 'LBody', {}, [dibujo])]);
}

function dibujarRenglon(documento: Documento, renglon: Renglon, x: number, y: number): void {
  const { codigo, nombre, tamano, ancho } = renglon;
  const donde = [x + renglon.x, y + renglon.y] as const;
  aplicar(documento, { ...estiloCodigo(tamano), color: COLOR.tinta });
  if (!nombre) {
    documento.text(codigo, ...donde, { width: ancho });
    return;
  }
  documento.text(`${codigo}  `, ...donde, { width: ancho, continued: true });
  aplicar(documento, estiloNombre(tamano)).text(nombre, { width: ancho });
}

const estiloRotulo = (escala: number): Estilo => ({ fuente: 'regular', tamano: ROTULO * escala });
const estiloCodigo = (tamano: number): Estilo => ({ fuente: 'seminegra', tamano });
const estiloNombre = (tamano: number): Estilo => ({ fuente: 'regular', tamano });
