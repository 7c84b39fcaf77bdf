import {
  alturaDe,
  aplicar,
  artificio,
  elemento,
  PAGINA,
  type Documento,
  type Elemento,
  type Estilo,
} from '../pdf/documento.ts';
import { ANCHO, COLOR, IZQUIERDA, MARGEN } from '../pdf/estilo.ts';
import { dibujarQr } from '../pdf/qr.ts';
import { imprimible } from '../pdf/texto.ts';
import type { PedidoActa, RotulosDelActa } from './tipos.ts';

const LADO_QR = 128;
/** With what is written under it. */
const ALTO_QR = LADO_QR + 24;
const ALTO_AVISO = 12;
const ANCHO_JUNTO_AL_QR = ANCHO - LADO_QR - 30;
const ANCHO_CLAVE = 92;

const ESTILO = {
  titulo: { fuente: 'negra', tamano: 13.5, color: COLOR.papel },
  rotulo: { fuente: 'seminegra', tamano: 9, color: COLOR.secundario },
  valor: { fuente: 'negra', tamano: 17, color: COLOR.petroleo },
  debajo: { fuente: 'seminegra', tamano: 9.5, color: COLOR.tinta },
  clave: { fuente: 'seminegra', tamano: 8.5, color: COLOR.secundario },
  dicho: { fuente: 'regular', tamano: 9, color: COLOR.tinta },
  explicacion: { fuente: 'regular', tamano: 7.6, color: COLOR.tinta },
} as const satisfies Record<string, Estilo>;

interface Cabeza {
  /** Where the body begins, in points from the top. */
  fin: number;
  dibujar: () => Elemento[];
}

/** The top of the first sheet, as high as what it says: the band, the notices, what is read first and the QR. */
export function cabezaDe(documento: Documento, pedido: PedidoActa, rotulos: RotulosDelActa): Cabeza {
  const { presentacion, formulario, demostracion } = pedido;
  const anchoTitulo = ANCHO - 24 - (formulario ? 70 : 0);
  const titulo = imprimible(aplicar(documento, ESTILO.titulo), presentacion.titulo);
  const franja = alturaDe(documento, titulo, ESTILO.titulo, anchoTitulo) + 17;
  const avisos = [
    'Implementación independiente; no es un documento de la DIAN.',
    ...(demostracion ? ['DEMOSTRACIÓN, sin validez. Los datos son ficticios.'] : []),
  ];
  const arriba = MARGEN + franja + ALTO_AVISO * avisos.length + 10;
  const piezas = juntoAlQr(documento, pedido, rotulos, arriba);
  const dibujarAviso = (texto: string, i: number) =>
    elemento(documento, 'P', {}, [
      () => {
        const estilo = { fuente: i === 0 ? 'regular' : 'negra', tamano: 6.4 } as const;
        aplicar(documento, { ...estilo, color: i === 0 ? COLOR.tinta : COLOR.papel });
        const y = MARGEN + franja + ALTO_AVISO * i;
        documento.text(texto, IZQUIERDA + 12, y + 2.4, { width: ANCHO - 24 });
      },
    ]);
  return {
    fin: Math.max(arriba + ALTO_QR, piezas.fin + 8),
    dibujar: () => {
      artificio(documento, 'Layout', () => {
        documento.rect(IZQUIERDA, MARGEN, ANCHO, franja).fill(COLOR.petroleo);
        documento.rect(IZQUIERDA, MARGEN + franja - 3, ANCHO, 3).fill(COLOR.amarillo);
        avisos.forEach((_, i) => {
          documento
            .rect(IZQUIERDA, MARGEN + franja + ALTO_AVISO * i, ANCHO, ALTO_AVISO)
            .fill(i === 0 ? COLOR.niebla : COLOR.alerta);
        });
      });
      return [
        elemento(documento, 'H1', {}, [
          () => {
            aplicar(documento, ESTILO.titulo);
            documento.text(`${titulo} `, IZQUIERDA + 12, MARGEN + 8, { width: anchoTitulo });
            if (formulario)
              documento.text(formulario, IZQUIERDA, MARGEN + 8, { width: ANCHO - 12, align: 'right' });
          },
        ]),
        ...avisos.map(dibujarAviso),
        ...piezas.dibujos.map((dibujar) => dibujar()),
        dibujarQr(documento, pedido, { x: PAGINA.ancho - MARGEN - LADO_QR, y: arriba, lado: LADO_QR }),
      ];
    },
  };
}

/** What is read first, large; whose it is; and what the document is. */
function juntoAlQr(
  documento: Documento,
  { destacado }: PedidoActa,
  { explicacion }: RotulosDelActa,
  arriba: number,
): { fin: number; dibujos: (() => Elemento)[] } {
  let y = arriba + 2;
  const dibujos: (() => Elemento)[] = [];
  const texto = (crudo: string, estilo: Estilo, ancho: number) => {
    const dicho = imprimible(aplicar(documento, estilo), crudo);
    return { dicho, estilo, ancho, alto: alturaDe(documento, dicho, estilo, ancho) };
  };
  const escribir = ({ dicho, estilo, ancho }: ReturnType<typeof texto>, x: number, alli: number) => {
    aplicar(documento, estilo).text(`${dicho} `, x, alli, { width: ancho });
  };
  const parrafo = (crudo: string, estilo: Estilo, aire: number) => {
    const t = texto(crudo, estilo, ANCHO_JUNTO_AL_QR);
    const alli = y;
    y += t.alto + aire;
    dibujos.push(() =>
      elemento(documento, 'P', {}, [
        () => {
          escribir(t, IZQUIERDA, alli);
        },
      ]),
    );
  };
  if (destacado) {
    parrafo(destacado.rotulo, ESTILO.rotulo, 0);
    parrafo(destacado.valor, ESTILO.valor, 2);
    if (destacado.debajo) parrafo(destacado.debajo, ESTILO.debajo, 4);
    for (const fila of destacado.filas ?? []) {
      const clave = texto(fila.clave, ESTILO.clave, ANCHO_CLAVE);
      const valor = texto(fila.valor, ESTILO.dicho, ANCHO_JUNTO_AL_QR - ANCHO_CLAVE - 8);
      const alli = y;
      y += Math.max(clave.alto, valor.alto) + 3;
      dibujos.push(() =>
        elemento(documento, 'P', {}, [
          () => {
            escribir(clave, IZQUIERDA, alli);
            escribir(valor, IZQUIERDA + ANCHO_CLAVE + 8, alli);
          },
        ]),
      );
    }
    y += 3;
  }
  parrafo(explicacion, ESTILO.explicacion, 0);
  return { fin: y, dibujos };
}
