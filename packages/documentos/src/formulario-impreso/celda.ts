import { alturaDe, aplicar, elemento, type Documento, type Elemento, type Estilo } from '../pdf/documento.ts';
import { imprimible } from '../pdf/texto.ts';
import { COLOR } from '../pdf/estilo.ts';
import { anchoDeCifra, CIFRAS, TAMANOS } from './cifra.ts';
import type { Pieza } from './pieza.ts';
import type { CasillaImpresa, ClaseImpresa } from './tipos.ts';

interface Renglon {
  x: number;
  y: number;
  ancho: number;
  codigo: string;
  nombre: string;
  tamano: number;
  derecha: boolean;
}

const RELLENO = { x: 4, arriba: 2.6, abajo: 2.8 } as const;
const ROTULO = 5.6;
const SEPARACION = 1.2;
/** Codes and names of a list are set smaller and, when they are many, in columns. */
const LISTA = { tamano: 6.6, desde: 3, anchoMinimo: 170, canal: 10 } as const;
interface OpcionesDeCelda {
  /** In points. */
  ancho: number;
  clase: ClaseImpresa;
  /** Of every text, so that a whole sheet can be made to fit. */
  escala: number;
  conAyuda: boolean;
}

/**
 * Lays a box out in a width. Nothing is cut: a value that is too long is set smaller, down to two thirds, and then
 * wraps for as many lines as it needs.
 */
export function medirCelda(
  documento: Documento,
  casilla: CasillaImpresa,
  { ancho, clase, escala, conAyuda }: OpcionesDeCelda,
): Pieza {
  const util = ancho - 2 * RELLENO.x;
  const conNumero = /^\d+$/.test(casilla.numero);
  const nombre = imprimible(documento, casilla.nombre);
  const rotulos = [
    conNumero ? `${casilla.numero}. ${nombre}` : nombre,
    ...(conAyuda && casilla.ayuda ? [imprimible(documento, casilla.ayuda)] : []),
  ];
  const valores = valoresDe(documento, casilla);
  const anchoRotulo = clase === 'cifra' ? anchoJuntoALaCifra(documento, valores, util, escala) : util;
  const altoRotulo = alturaDe(documento, rotulos.join('\n'), estiloRotulo(escala), anchoRotulo);
  const y = anchoRotulo < util ? RELLENO.arriba : RELLENO.arriba + altoRotulo + SEPARACION;
  const renglones =
    clase === 'lista' && valores.length >= LISTA.desde
      ? enColumnas(documento, valores, { y, ancho: util, tamano: LISTA.tamano * escala })
      : enLineas(documento, valores, { y, ancho: util, escala, derecha: clase === 'cifra' });
  const fin = Math.max(
    RELLENO.arriba + altoRotulo,
    y + 8.5 * escala,
    ...renglones.map((uno) => uno.y + alturaRenglon(documento, uno)),
  );
  return {
    clave: casilla.numero,
    ancho,
    alto: fin + RELLENO.abajo,
    marco: true,
    enTabla: true,
    dibujar: (izquierda, arriba) =>
      dibujarCelda(
        documento,
        { rotulos, renglones, ancho: anchoRotulo, escala },
        conNumero ? `Casilla ${casilla.numero}` : nombre,
        {
          x: izquierda,
          y: arriba,
        },
      ),
  };
}

/** A figure stands beside its label where both have room, and under it where they have not. */
function anchoJuntoALaCifra(
  documento: Documento,
  valores: { codigo: string; nombre: string }[],
  ancho: number,
  escala: number,
): number {
  const cifra = Math.max(
    0,
    ...valores.map(({ codigo }) => anchoDeCifra(documento, codigo, TAMANOS[0] * escala)),
  );
  return cifra <= ancho / 3 ? (ancho * 2) / 3 - LISTA.canal : ancho;
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
  { y, ancho, escala, derecha }: Espacio & { escala: number; derecha: boolean },
): Renglon[] {
  let siguiente = y;
  return valores.map((valor) => {
    const tamano = tamanoQueCabe(documento, valor, { ancho, escala, derecha });
    const renglon = { ...valor, x: RELLENO.x, y: siguiente, ancho, tamano, derecha };
    siguiente += alturaRenglon(documento, renglon) + SEPARACION;
    return renglon;
  });
}

function tamanoQueCabe(
  documento: Documento,
  valor: { codigo: string; nombre: string },
  { ancho, escala, derecha }: { ancho: number; escala: number; derecha: boolean },
): number {
  const tamanos = TAMANOS.map((uno) => uno * escala);
  const cabe = tamanos.find(
    (tamano) =>
      (derecha ? anchoDeCifra(documento, valor.codigo, tamano) : anchoNatural(documento, valor, tamano)) <=
      ancho,
  );
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
    const renglon = { ...valor, x, y: siguiente, ancho: anchoColumna, tamano, derecha: false };
    siguiente += alturaRenglon(documento, renglon) + SEPARACION / 2;
    return renglon;
  });
}

/** The code goes first and the name flows after it, on the same paragraph. */
function alturaRenglon(documento: Documento, { codigo, nombre, tamano, ancho }: Renglon): number {
  return alturaDe(documento, [codigo, nombre].filter(Boolean).join('  '), estiloCodigo(tamano), ancho);
}

interface CeldaMedida {
  rotulos: readonly string[];
  renglones: readonly Renglon[];
  /** Of the label. */
  ancho: number;
  escala: number;
}

/** A row of the section's table: the label is its header and the value its cell. */
function dibujarCelda(
  documento: Documento,
  { rotulos, renglones, ancho, escala }: CeldaMedida,
  titulo: string,
  { x, y }: { x: number; y: number },
): Elemento {
  const encabezado = elemento(documento, 'TH', { scope: 'Row' }, [
    () => {
      aplicar(documento, { ...estiloRotulo(escala), color: COLOR.secundario });
      documento.text(rotulos.join('\n'), x + RELLENO.x, y + RELLENO.arriba, { width: ancho });
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
  const dato = elemento(documento, 'TD', { title: titulo }, contenido);
  return elemento(documento, 'TR', {}, [encabezado, dato]);
}

function itemDeLista(documento: Documento, dibujo: () => void): Elemento {
  return elemento(documento, 'LI', {}, [elemento(documento, 'LBody', {}, [dibujo])]);
}

function dibujarRenglon(documento: Documento, renglon: Renglon, x: number, y: number): void {
  const { codigo, nombre, tamano, ancho, derecha } = renglon;
  const donde = [x + renglon.x, y + renglon.y] as const;
  aplicar(documento, { ...estiloCodigo(tamano), color: COLOR.tinta });
  if (!nombre) {
    documento.text(codigo, ...donde, {
      width: ancho,
      ...(derecha ? { align: 'right', features: CIFRAS } : { align: 'left' }),
    });
    return;
  }
  documento.text(`${codigo}  `, ...donde, { width: ancho, continued: true });
  aplicar(documento, estiloNombre(tamano)).text(nombre, { width: ancho });
}

const estiloRotulo = (escala: number): Estilo => ({ fuente: 'regular', tamano: ROTULO * escala });
const estiloCodigo = (tamano: number): Estilo => ({ fuente: 'seminegra', tamano });
const estiloNombre = (tamano: number): Estilo => ({ fuente: 'regular', tamano });
