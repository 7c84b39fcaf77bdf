import { formatearPesos } from '@autogestion/normas/dinero';
import type { VNode } from 'preact';
import type { CuotaVista } from './cuotas.tsx';

/** As wide as a phone; there the text is read at its size. */
const ANCHO = 340;
const ALTO = 120;
const SUELO = ALTO - 20;
const SEPARA = 0.2;

/** A column for each instalment, what it pays of the debt under what it pays of interest. The table beneath says the same. */
export function CuotasDibujadas({ cuotas }: { cuotas: readonly CuotaVista[] }): VNode {
  const mayor = Number(cuotas.reduce((m, c) => (c.total > m ? c.total : m), 1n));
  const paso = ANCHO / cuotas.length;
  const ancho = Math.min(paso * (1 - SEPARA), 40);
  const alto = (pesos: bigint) => redondo((Number(pesos) / mayor) * (SUELO - 4));
  return (
    <figure class="grafica">
      <figcaption class="govuk-body-s">
        Cada columna es una cuota. La más alta es de {formatearPesos(BigInt(mayor))}.
      </figcaption>
      <svg
        viewBox={`0 0 ${ANCHO} ${ALTO}`}
        role="img"
        aria-label="Lo que paga cada cuota, de la deuda y de intereses. Las cifras están en la tabla que sigue."
        preserveAspectRatio="xMinYMin meet"
      >
        {cuotas.map((c, i) => {
          const x = redondo(i * paso + (paso - ancho) / 2);
          const [deuda, interes] = [alto(c.capital), alto(c.interes)];
          return (
            <g>
              <rect
                class="grafica__resto"
                x={x}
                y={redondo(SUELO - deuda)}
                width={redondo(ancho)}
                height={deuda}
              />
              <rect
                class="grafica__pronto"
                x={x}
                y={redondo(SUELO - deuda - interes)}
                width={redondo(ancho)}
                height={interes}
              />
            </g>
          );
        })}
        <text class="grafica__texto" x="0" y={ALTO - 4}>
          {cuotas[0]?.fecha.slice(0, 7)}
        </text>
        <text class="grafica__texto" x={ANCHO} y={ALTO - 4} text-anchor="end">
          {cuotas.length > 1 ? cuotas.at(-1)?.fecha.slice(0, 7) : ''}
        </text>
      </svg>
      <ul class="grafica__leyenda">
        <li class="grafica__clave grafica__clave--resto">De la deuda</li>
        <li class="grafica__clave grafica__clave--pronto">Intereses</li>
      </ul>
    </figure>
  );
}

const redondo = (n: number): number => Math.round(n * 100) / 100;
