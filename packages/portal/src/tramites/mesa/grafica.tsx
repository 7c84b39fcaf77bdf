import type { Fecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';

export interface Barra {
  nombre: string;
  abiertos: number;
  vencidos: number;
  pronto: number;
  masAntiguo: Fecha;
}

/** As wide as a phone: on it the text is read at its size, and elsewhere the drawing grows no further than a column. */
const ANCHO = 340;
const ALTO = 26;
const SEPARACION = 46;
const MAXIMO = 15;

/**
 * Horizontal bars of what is open, each split in overdue, due soon and the rest, with its figures written. The parts
 * differ in pattern besides colour. The table beneath says the same.
 */
export function Grafica({ titulo, barras }: { titulo: string; barras: readonly Barra[] }): VNode {
  const visibles = barras.slice(0, MAXIMO);
  const mayor = Math.max(1, ...visibles.map((b) => b.abiertos));
  const alto = visibles.length * SEPARACION + 8;
  const x = (n: number) => (n / mayor) * ANCHO;
  return (
    <figure class="grafica">
      <figcaption class="govuk-heading-s">{titulo}</figcaption>
      <svg
        viewBox={`0 0 ${ANCHO} ${alto}`}
        role="img"
        aria-label={`${titulo}. Las cifras están en la tabla que sigue.`}
        preserveAspectRatio="xMinYMin meet"
      >
        {visibles.map((b, i) => {
          const y = i * SEPARACION + 18;
          const resto = Math.max(0, b.abiertos - b.vencidos - b.pronto);
          return (
            <g>
              <text class="grafica__texto" x="0" y={y - 5}>
                {`${b.nombre}: ${b.abiertos} abiertos, ${b.vencidos} vencidos`}
              </text>
              <rect class="grafica__vencidos" x="0" y={y} width={x(b.vencidos)} height={ALTO - 6} />
              <rect class="grafica__pronto" x={x(b.vencidos)} y={y} width={x(b.pronto)} height={ALTO - 6} />
              <rect
                class="grafica__resto"
                x={x(b.vencidos + b.pronto)}
                y={y}
                width={x(resto)}
                height={ALTO - 6}
              />
            </g>
          );
        })}
      </svg>
      <ul class="grafica__leyenda">
        <li class="grafica__clave grafica__clave--vencidos">Vencidos</li>
        <li class="grafica__clave grafica__clave--pronto">Vencen pronto</li>
        <li class="grafica__clave grafica__clave--resto">A tiempo</li>
      </ul>
    </figure>
  );
}
