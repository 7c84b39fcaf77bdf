import { aplicar, artificio, elemento, PAGINA, type Documento, type Elemento } from '../pdf/documento.ts';
import { ANCHO, COLOR, IZQUIERDA, MARGEN } from '../pdf/estilo.ts';
import { dibujarQr } from '../pdf/qr.ts';
import { altoDe, dibujarFilas, dibujarMarcos, type FilaUbicada } from './fila.ts';
import type { Disposicion, PedidoImpreso } from './tipos.ts';

const ALTO_FRANJA = 38;
const ALTO_AVISO = 12;
/** With a version 15 a module is 1.5 points, 0.53 mm: any phone reads it from paper. */
const LADO_QR = 128;
/** Under the QR: what to do with it, and the code for who cannot scan. */
const ALTO_PIE_QR = 22;
const SEPARACION = 6;

const INDEPENDENCIA = 'Implementación independiente; no es un documento de la DIAN.';

/** Of the rows of the header: beside the QR, where there is one. */
export const anchoDelEncabezado = ({ qr }: PedidoImpreso) => (qr === undefined ? ANCHO : ANCHO - 146);

/** Where those rows begin, under the band and the notices. */
export const inicioDelEncabezado = (pedido: PedidoImpreso) =>
  MARGEN + ALTO_FRANJA + ALTO_AVISO * (1 + alertas(pedido)) + SEPARACION;

/** Where the sections begin, under the rows and the QR. */
export function finDelEncabezado(filas: readonly FilaUbicada[], pedido: PedidoImpreso): number {
  const alto = Math.max(altoDe(filas), pedido.qr === undefined ? 0 : LADO_QR + ALTO_PIE_QR);
  return inicioDelEncabezado(pedido) + alto + SEPARACION;
}

/** Notices in white over red. */
const alertas = ({ demostracion, alerta }: PedidoImpreso) =>
  (demostracion ? 1 : 0) + (alerta === undefined ? 0 : 1);

/** Band with the title, notices, rows beside the QR and the QR, of the first page. */
export function dibujarEncabezado(
  documento: Documento,
  disposicion: Disposicion,
  pedido: PedidoImpreso,
  filas: readonly FilaUbicada[],
): Elemento[] {
  const { qr, codigo = '' } = pedido;
  const y = inicioDelEncabezado(pedido);
  const x = PAGINA.ancho - MARGEN - LADO_QR;
  const { nombre } = disposicion.encabezado;
  dibujarFondo(documento, pedido, filas, { x, y });
  return [
    titulo(documento, disposicion),
    ...avisos(documento, disposicion, pedido),
    elemento(
      documento,
      'Sect',
      { title: nombre },
      dibujarFilas(documento, filas, { izquierda: IZQUIERDA, titulo: nombre }),
    ),
    ...(qr === undefined ? [] : [dibujarQr(documento, { qr, codigo }, { x, y, lado: LADO_QR })]),
  ];
}

function dibujarFondo(
  documento: Documento,
  pedido: PedidoImpreso,
  filas: readonly FilaUbicada[],
  qr: { x: number; y: number },
): void {
  artificio(documento, 'Layout', () => {
    documento.rect(IZQUIERDA, MARGEN, ANCHO, ALTO_FRANJA).fill(COLOR.petroleo);
    documento.rect(IZQUIERDA, MARGEN + ALTO_FRANJA - 3, ANCHO, 3).fill(COLOR.amarillo);
    documento.rect(IZQUIERDA, MARGEN + ALTO_FRANJA, ANCHO, ALTO_AVISO).fill(COLOR.niebla);
    documento
      .rect(IZQUIERDA, MARGEN + ALTO_FRANJA + ALTO_AVISO, ANCHO, ALTO_AVISO * alertas(pedido))
      .fill(COLOR.alerta);
    if (pedido.qr !== undefined) documento.rect(qr.x, qr.y, LADO_QR, LADO_QR).fill(COLOR.papel);
    dibujarMarcos(documento, filas, IZQUIERDA);
  });
}

function titulo(documento: Documento, { titulo, codigo }: Disposicion): Elemento {
  return elemento(documento, 'H1', {}, [
    () => {
      aplicar(documento, { fuente: 'negra', tamano: 14.5, color: COLOR.papel });
      // The space keeps both apart when they are read aloud.
      documento.text(`${titulo} `, IZQUIERDA + 12, MARGEN + 8.5, { lineBreak: false });
      aplicar(documento, { fuente: 'negra', tamano: 23, color: COLOR.papel });
      documento.text(codigo, IZQUIERDA, MARGEN + 3.5, { width: ANCHO - 12, align: 'right' });
    },
  ]);
}

function avisos(
  documento: Documento,
  disposicion: Disposicion,
  { demostracion, alerta }: PedidoImpreso,
): Elemento[] {
  const y = MARGEN + ALTO_FRANJA + 2.4;
  const parrafo = (texto: string, arriba: number, fuente: 'regular' | 'negra', color: string) =>
    elemento(documento, 'P', {}, [
      () => {
        aplicar(documento, { fuente, tamano: 6.4, color });
        documento.text(texto, IZQUIERDA + 12, arriba, { width: ANCHO - 24 });
      },
    ]);
  const independencia = parrafo(`${INDEPENDENCIA} ${disposicion.nota}`, y, 'regular', COLOR.tinta);
  const enRojo = [
    ...(alerta === undefined ? [] : [alerta]),
    ...(demostracion ? [`DEMOSTRACIÓN, sin validez. ${disposicion.demostracion}`] : []),
  ];
  return [
    independencia,
    ...enRojo.map((texto, i) => parrafo(texto, y + ALTO_AVISO * (i + 1), 'negra', COLOR.papel)),
  ];
}
