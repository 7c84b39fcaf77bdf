import type { VNode } from 'preact';

/** One step: it goes up or down from where the one before ended, or stands from zero and says how much there is. */
interface Escalon {
  nombre: string;
  tipo: 'suma' | 'resta' | 'total';
  /** Never negative. */
  valor: number;
  /** What is written with it: its figure. */
  dice: string;
}

/** As wide as a phone, as the other drawings. */
const ANCHO = 340;
const ALTO = 16;
const SEPARACION = 40;
const CLASES = { suma: 'pronto', resta: 'vencidos', total: 'resto' } as const;
const SIGNOS = { suma: '+ ', resta: '− ', total: '' } as const;

/** Figures that lead one to another, as stairs. It is drawn here and needs no script; the table beneath says the same. */
export function Escalones({ titulo, pasos }: { titulo: string; pasos: readonly Escalon[] }): VNode {
  const tramos = recorrer(pasos);
  const desde = Math.min(0, ...tramos.flatMap((t) => [t.de, t.a]));
  const hasta = Math.max(desde + 1, ...tramos.flatMap((t) => [t.de, t.a]));
  const enX = (v: number) => ((v - desde) / (hasta - desde)) * ANCHO;
  return (
    <figure class="grafica">
      <figcaption class="govuk-heading-s">{titulo}</figcaption>
      <svg
        viewBox={`0 0 ${ANCHO} ${pasos.length * SEPARACION + 4}`}
        role="img"
        aria-label={`${titulo}. Las cifras están en la tabla que sigue.`}
        preserveAspectRatio="xMinYMin meet"
      >
        {desde < 0 ? (
          <line class="grafica__cero" x1={enX(0)} x2={enX(0)} y1="0" y2={pasos.length * SEPARACION} />
        ) : null}
        {tramos.map(({ paso, de, a }, i) => {
          const y = i * SEPARACION + 17;
          return (
            <g>
              <text class="grafica__texto" x="0" y={y - 4}>
                {`${SIGNOS[paso.tipo]}${paso.nombre}: ${paso.dice}`}
              </text>
              <rect
                class={`grafica__${CLASES[paso.tipo]}`}
                x={enX(Math.min(de, a))}
                y={y}
                width={Math.max(1, enX(Math.max(de, a)) - enX(Math.min(de, a)))}
                height={ALTO}
              />
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** From where to where each step goes. A total is what there is: zero to where the stairs are. */
function recorrer(pasos: readonly Escalon[]): { paso: Escalon; de: number; a: number }[] {
  let va = 0;
  return pasos.map((paso) => {
    const de = paso.tipo === 'total' ? 0 : va;
    if (paso.tipo !== 'total') va += paso.tipo === 'suma' ? paso.valor : -paso.valor;
    return { paso, de, a: va };
  });
}
