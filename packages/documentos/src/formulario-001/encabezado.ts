import { barrasGs1 } from '../codigos/gs1.ts';
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
import { dibujarCelda } from './celda.ts';
import { ANCHO, COLOR, IZQUIERDA, MARGEN } from '../pdf/estilo.ts';
import { caja, dibujarQr } from '../pdf/qr.ts';
import { ANCHO_ENCABEZADO, type FilaMedida, type Plan } from './plan.ts';
import type { PedidoFormulario001 } from './tipos.ts';

const ALTO_FRANJA = 38;
const ALTO_AVISO = 12;
/** With a version 15 a module is 1.5 points, 0.53 mm: any phone reads it from paper. */
const LADO_QR = 128;
/** Under the QR: what to do with it, and the code for who cannot scan. */
const ALTO_PIE_QR = 22;
const MODULO_BARRA = 1;
const ALTO_BARRAS = 26;
const ALTO_CODIGO = ALTO_BARRAS + 14;
const SEPARACION = 6;

const arriba = (demostracion: boolean) =>
  MARGEN + ALTO_FRANJA + ALTO_AVISO * (demostracion ? 2 : 1) + SEPARACION;

/** Where the sections begin, under the rows of the header, the barcode and the QR. */
export function finDelEncabezado(filas: FilaMedida[], demostracion: boolean): number {
  const alto = filas.reduce((suma, fila) => suma + fila.alto, 0) + SEPARACION + ALTO_CODIGO;
  return arriba(demostracion) + Math.max(alto, LADO_QR + ALTO_PIE_QR) + SEPARACION;
}

/** Title, notices, rows beside the QR, barcode, legend and QR of the first sheet. */
export function dibujarEncabezado(documento: Documento, pedido: PedidoFormulario001, plan: Plan): Elemento[] {
  const inicio = arriba(pedido.demostracion);
  const finFilas = inicio + plan.encabezado.reduce((suma, fila) => suma + fila.alto, 0);
  dibujarFondo(documento, pedido, plan.encabezado, inicio);

  let y = inicio;
  const filas = plan.encabezado.flatMap((fila) => {
    let x = IZQUIERDA;
    const celdas = fila.celdas.map((celda) => {
      const tr = dibujarCelda(documento, celda, x, y, plan.escala);
      x += celda.ancho;
      return tr;
    });
    y += fila.alto;
    return celdas;
  });
  return [
    titulo(documento),
    ...avisos(documento, pedido.demostracion),
    ...leyenda(documento, pedido, finFilas + SEPARACION),
    elemento(documento, 'Sect', { title: 'Encabezado' }, [
      elemento(documento, 'Table', { title: 'Encabezado' }, filas),
    ]),
    barras(documento, pedido, finFilas + SEPARACION),
    dibujarQr(documento, pedido, { x: PAGINA.ancho - MARGEN - LADO_QR, y: inicio, lado: LADO_QR }),
  ];
}

function dibujarFondo(
  documento: Documento,
  pedido: PedidoFormulario001,
  filas: FilaMedida[],
  inicio: number,
): void {
  artificio(documento, 'Layout', () => {
    documento.rect(IZQUIERDA, MARGEN, ANCHO, ALTO_FRANJA).fill(COLOR.petroleo);
    documento.rect(IZQUIERDA, MARGEN + ALTO_FRANJA - 3, ANCHO, 3).fill(COLOR.amarillo);
    documento.rect(IZQUIERDA, MARGEN + ALTO_FRANJA, ANCHO, ALTO_AVISO).fill(COLOR.niebla);
    if (pedido.demostracion) {
      documento.rect(IZQUIERDA, MARGEN + ALTO_FRANJA + ALTO_AVISO, ANCHO, ALTO_AVISO).fill(COLOR.alerta);
    }
    documento.rect(PAGINA.ancho - MARGEN - LADO_QR, inicio, LADO_QR, LADO_QR).fill(COLOR.papel);
    let y = inicio;
    for (const fila of filas) {
      let x = IZQUIERDA;
      for (const celda of fila.celdas) {
        documento.rect(x, y, celda.ancho, fila.alto).lineWidth(0.5).stroke(COLOR.linea);
        x += celda.ancho;
      }
      y += fila.alto;
    }
  });
}

function titulo(documento: Documento): Elemento {
  return elemento(documento, 'H1', {}, [
    () => {
      aplicar(documento, { fuente: 'negra', tamano: 14.5, color: COLOR.papel });
      // The space keeps both apart when they are read aloud.
      documento.text('Formulario del Registro Único Tributario ', IZQUIERDA + 12, MARGEN + 8.5, {
        lineBreak: false,
      });
      aplicar(documento, { fuente: 'negra', tamano: 23, color: COLOR.papel });
      documento.text('001', IZQUIERDA, MARGEN + 3.5, { width: ANCHO - 12, align: 'right' });
    },
  ]);
}

function avisos(documento: Documento, demostracion: boolean): Elemento[] {
  const y = MARGEN + ALTO_FRANJA + 2.4;
  const parrafo = (texto: string, arriba: number, fuente: 'regular' | 'negra', color: string) =>
    elemento(documento, 'P', {}, [
      () => {
        aplicar(documento, { fuente, tamano: 6.4, color });
        documento.text(texto, IZQUIERDA + 12, arriba, { width: ANCHO - 24 });
      },
    ]);
  const independencia = parrafo(
    'Implementación independiente; no es un documento de la DIAN. Hoja 1, principal: la que prueba la inscripción (DUR 1.6.1.2.21).',
    y,
    'regular',
    COLOR.tinta,
  );
  if (!demostracion) return [independencia];
  const aviso = 'DEMOSTRACIÓN, sin validez. Los datos de esta copia son ficticios.';
  return [independencia, parrafo(aviso, y + ALTO_AVISO, 'negra', COLOR.papel)];
}

function leyenda(documento: Documento, pedido: PedidoFormulario001, y: number): Elemento[] {
  const ancho = ANCHO_ENCABEZADO - 250;
  const parrafo = (texto: string, arriba: number, estilo: Estilo) =>
    elemento(documento, 'P', {}, [
      () => {
        aplicar(documento, estilo).text(texto, IZQUIERDA, arriba, { width: ancho });
      },
    ]);
  const estiloLeyenda = { fuente: 'negra', tamano: 15, color: COLOR.petroleo } as const;
  const alto = alturaDe(documento, pedido.leyenda, estiloLeyenda, ancho);
  const estiloEstado = { fuente: 'regular', tamano: 7, color: COLOR.tinta } as const;
  return [
    parrafo(pedido.leyenda, y + 4, estiloLeyenda),
    parrafo(`${pedido.estado} · versión ${pedido.version}`, y + 5 + alto, estiloEstado),
  ];
}

function barras(documento: Documento, { codigoBarras }: PedidoFormulario001, y: number): Elemento {
  const anchos = barrasGs1(codigoBarras);
  const ancho = anchos.reduce((suma, uno) => suma + uno, 0) * MODULO_BARRA;
  const x = IZQUIERDA + ANCHO_ENCABEZADO - ancho - 10 * MODULO_BARRA;
  const opciones = { alt: `Código de barras ${codigoBarras}`, bbox: caja(x, y, ancho, ALTO_CODIGO) };
  return elemento(documento, 'Figure', opciones, [
    () => {
      let izquierda = x;
      anchos.forEach((modulos, i) => {
        const largo = modulos * MODULO_BARRA;
        if (i % 2 === 0) documento.rect(izquierda, y, largo, ALTO_BARRAS);
        izquierda += largo;
      });
      documento.fill('#000000');
      aplicar(documento, { fuente: 'regular', tamano: 7, color: COLOR.tinta });
      documento.text(codigoBarras, x - 10, y + ALTO_BARRAS + 2.5, { width: ancho + 20, align: 'center' });
    },
  ]);
}
