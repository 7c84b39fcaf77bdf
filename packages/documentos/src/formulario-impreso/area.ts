import { barrasGs1 } from '../codigos/gs1.ts';
import { alturaDe, aplicar, elemento, type Documento, type Elemento, type Estilo } from '../pdf/documento.ts';
import { COLOR } from '../pdf/estilo.ts';
import { caja } from '../pdf/qr.ts';
import { imprimible } from '../pdf/texto.ts';
import type { Pieza } from './pieza.ts';
import { llenar } from './plantilla.ts';
import type { AreaDispuesta, PedidoImpreso } from './tipos.ts';

type Area<T extends AreaDispuesta['area']> = Extract<AreaDispuesta, { area: T }>;

/** Room above an area, as there is between sections. */
const SEPARACION = 6;
const ALTO_BARRAS = 26;
const ALTO_CODIGO = 14;
/** In points; smaller only where the area is too narrow for the symbol. */
const MODULO = 1;
/** Light margin that the standard asks at both sides, in modules. */
const MARGEN_BARRAS = 10;
const LEYENDA: Estilo = { fuente: 'negra', tamano: 15, color: COLOR.petroleo };
const DETALLE: Estilo = { fuente: 'regular', tamano: 7, color: COLOR.tinta };
const ROTULO: Estilo = { fuente: 'regular', tamano: 5.6, color: COLOR.secundario };

/** Measures what is in a row and is not a box. @throws RangeError when `codigoBarras` is not a GS1 element string */
export function medirArea(
  documento: Documento,
  area: AreaDispuesta,
  ancho: number,
  pedido: PedidoImpreso,
): Pieza {
  if (area.area === 'barras') return barras(documento, pedido, ancho);
  return area.area === 'leyenda' ? leyenda(documento, area, ancho, pedido) : firma(documento, area, ancho);
}

function barras(documento: Documento, { codigoBarras = '' }: PedidoImpreso, ancho: number): Pieza {
  const anchos = barrasGs1(codigoBarras);
  const modulos = anchos.reduce((suma, uno) => suma + uno, 0);
  const modulo = Math.min(MODULO, ancho / (modulos + 2 * MARGEN_BARRAS));
  const largo = modulos * modulo;
  return {
    clave: 'barras',
    ancho,
    alto: SEPARACION + ALTO_BARRAS + ALTO_CODIGO,
    marco: false,
    enTabla: false,
    dibujar(izquierda, arriba) {
      const x = izquierda + (ancho - largo) / 2;
      const y = arriba + SEPARACION;
      const bbox = caja(x, y, largo, ALTO_BARRAS + ALTO_CODIGO);
      return elemento(documento, 'Figure', { alt: `Código de barras ${codigoBarras}`, bbox }, [
        () => {
          let siguiente = x;
          anchos.forEach((cuantos, i) => {
            if (i % 2 === 0) documento.rect(siguiente, y, cuantos * modulo, ALTO_BARRAS);
            siguiente += cuantos * modulo;
          });
          documento.fill('#000000');
          aplicar(documento, { fuente: 'regular', tamano: 7, color: COLOR.tinta });
          documento.text(codigoBarras, x - 10, y + ALTO_BARRAS + 2.5, { width: largo + 20, align: 'center' });
        },
      ]);
    },
  };
}

function leyenda(documento: Documento, area: Area<'leyenda'>, ancho: number, pedido: PedidoImpreso): Pieza {
  const titulo = imprimible(documento, llenar(area.titulo, pedido));
  const detalle = imprimible(documento, llenar(area.detalle, pedido));
  const altoTitulo = alturaDe(documento, titulo, LEYENDA, ancho);
  return {
    clave: 'leyenda',
    ancho,
    alto: SEPARACION + 5 + altoTitulo + alturaDe(documento, detalle, DETALLE, ancho),
    marco: false,
    enTabla: false,
    dibujar: (x, y) =>
      elemento(documento, 'Sect', {}, [
        parrafo(documento, titulo, LEYENDA, { x, y: y + SEPARACION + 4, ancho }),
        parrafo(documento, detalle, DETALLE, { x, y: y + SEPARACION + 5 + altoTitulo, ancho }),
      ]),
  };
}

function firma(documento: Documento, { rotulo, alto }: Area<'firma'>, ancho: number): Pieza {
  return {
    clave: 'firma',
    ancho,
    alto,
    marco: true,
    enTabla: false,
    dibujar: (x, y) => parrafo(documento, rotulo, ROTULO, { x: x + 4, y: y + 2.6, ancho: ancho - 8 }),
  };
}

function parrafo(
  documento: Documento,
  texto: string,
  estilo: Estilo,
  { x, y, ancho }: { x: number; y: number; ancho: number },
): Elemento {
  return elemento(documento, 'P', {}, [
    () => {
      aplicar(documento, estilo).text(texto, x, y, { width: ancho });
    },
  ]);
}
