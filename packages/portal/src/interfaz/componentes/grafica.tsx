import type { VNode } from 'preact';

/** A bar or a column, in parts that stand one after another; their classes give the colours. */
interface Tramo {
  clase: 'vencidos' | 'pronto' | 'resto';
  valor: number;
}
interface Barra {
  nombre: string;
  /** What is written beside it: its figures. */
  dice: string;
  tramos: readonly Tramo[];
}

/** As wide as a phone: on it the text is read at its size, and elsewhere the drawing grows no further than a column. */
const ANCHO = 340;
const ALTO = 18;
const SEPARACION = 42;
const MAXIMO = 15;
/** Letters of a name that fit with its figures; the table has it whole. */
const LETRAS = 24;

const corto = (nombre: string): string =>
  nombre.length > LETRAS ? `${nombre.slice(0, LETRAS - 1).trimEnd()}…` : nombre;

/**
 * Horizontal bars, each split in parts with its figures written. It is drawn here and needs no script; the table beneath
 * says the same.
 */
export function Grafica({
  titulo,
  barras,
  leyenda,
  hasta,
}: {
  titulo: string;
  barras: readonly Barra[];
  /** What a full bar is worth, where it is not the greatest of them: each is drawn in a frame of that width. */
  hasta?: number;
  leyenda: Readonly<Partial<Record<Tramo['clase'], string>>>;
}): VNode {
  const visibles = barras.slice(0, MAXIMO);
  const total = (b: Barra) => b.tramos.reduce((n, t) => n + t.valor, 0);
  const mayor = hasta ?? Math.max(1, ...visibles.map(total));
  const alto = visibles.length * SEPARACION + 8;
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
          let x = 0;
          return (
            <g>
              <text class="grafica__texto" x="0" y={y - 5}>
                {`${corto(b.nombre)}: ${b.dice}`}
              </text>
              {hasta === undefined ? null : (
                <rect class="grafica__marco" x="1" y={y} width={ANCHO - 2} height={ALTO} />
              )}
              {b.tramos.map(({ clase, valor }) => {
                const ancho = (valor / mayor) * ANCHO;
                const tramo = <rect class={`grafica__${clase}`} x={x} y={y} width={ancho} height={ALTO} />;
                x += ancho;
                return tramo;
              })}
            </g>
          );
        })}
      </svg>
      <ul class="grafica__leyenda">
        {Object.entries(leyenda).map(([clase, texto]) => (
          <li class={`grafica__clave grafica__clave--${clase}`}>{texto}</li>
        ))}
      </ul>
    </figure>
  );
}
