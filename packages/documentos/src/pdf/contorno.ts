import { aplicar, type Documento, type Estilo } from './documento.ts';
import { fuenteActual } from './fuente-analizada.ts';

/**
 * Draws a text as filled outlines, centred on a point of its base line. It is not text to a reader: a watermark does
 * not get mixed into what a person copies or a program extracts.
 */
export function contornear(
  documento: Documento,
  texto: string,
  estilo: Estilo,
  centro: { x: number; y: number },
): void {
  const fuente = fuenteActual(aplicar(documento, estilo));
  const { glyphs, positions, advanceWidth } = fuente.layout(texto);
  const escala = estilo.tamano / fuente.unitsPerEm;
  documento.save();
  documento.translate(centro.x - (advanceWidth * escala) / 2, centro.y).scale(escala, -escala);
  glyphs.forEach((glifo, i) => {
    documento.path(glifo.path.toSVG()).fill();
    documento.translate(positions[i]?.xAdvance ?? 0, 0);
  });
  documento.restore();
}
