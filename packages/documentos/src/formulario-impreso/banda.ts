import { aplicar, artificio, elemento, type Documento, type Elemento } from '../pdf/documento.ts';
import { ANCHO, COLOR, IZQUIERDA, MARGEN } from '../pdf/estilo.ts';
import type { Disposicion, PedidoImpreso } from './tipos.ts';

const ALTO_BANDA = 20;
const RENGLON = 9;

const altoDeAvisos = (cuantos: number) => (cuantos === 0 ? 0 : cuantos * RENGLON + 4);

/** First box of a page that has no header, under its band and the notices of its sheet. */
export function inicioBajoLaBanda(avisos: readonly string[]): number {
  return MARGEN + ALTO_BANDA + altoDeAvisos(avisos.length) + (avisos.length === 0 ? 10 : 8);
}

/** Short header of the pages after the first: a loose page says what it belongs to. */
export function dibujarBanda(
  documento: Documento,
  { codigo, titulo }: Disposicion,
  { numero }: PedidoImpreso,
  { parte, avisos }: { parte: string; avisos: readonly string[] },
): Elemento[] {
  if (avisos.length > 0) {
    artificio(documento, 'Layout', () => {
      documento.rect(IZQUIERDA, MARGEN + ALTO_BANDA, ANCHO, altoDeAvisos(avisos.length)).fill(COLOR.niebla);
    });
  }
  artificio(documento, 'Pagination', () => {
    documento.rect(IZQUIERDA, MARGEN, ANCHO, ALTO_BANDA).fill(COLOR.petroleo);
    aplicar(documento, { fuente: 'seminegra', tamano: 8.5, color: COLOR.papel });
    const texto = [codigo, titulo, ...(numero ? [`n.º ${numero}`] : []), parte].join(' · ');
    documento.text(texto, IZQUIERDA + 12, MARGEN + 5, { lineBreak: false });
  });
  return avisos.map((texto, i) =>
    elemento(documento, 'P', {}, [
      () => {
        aplicar(documento, { fuente: i === 0 ? 'seminegra' : 'regular', tamano: 6.8, color: COLOR.tinta });
        documento.text(texto, IZQUIERDA + 12, MARGEN + ALTO_BANDA + 2.6 + i * RENGLON, {
          width: ANCHO - 24,
          height: RENGLON,
          ellipsis: true,
        });
      },
    ]),
  );
}
