import type { VNode } from 'preact';
import { clases } from './clases.ts';

interface PropsDePaginacion {
  /** Counted from 1. */
  actual: number;
  total: number;
  direccion: (pagina: number) => string;
  /** What is paged, for who hears it: «Resultados». */
  etiqueta?: string;
}

/** Pages of a list: the ends, the current one and its neighbours. Nothing when there is one page. */
export function Paginacion({
  actual,
  total,
  direccion,
  etiqueta = 'Páginas',
}: PropsDePaginacion): VNode | null {
  if (total <= 1) return null;
  return (
    <nav class="govuk-pagination" aria-label={etiqueta}>
      {actual > 1 ? <Vecina sentido="prev" href={direccion(actual - 1)} /> : null}
      <ul class="govuk-pagination__list">
        {paginasVisibles(actual, total).map((pagina) =>
          pagina === 'salto' ? (
            <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
          ) : (
            <li
              class={clases('govuk-pagination__item', pagina === actual && 'govuk-pagination__item--current')}
            >
              <a
                class="govuk-link govuk-pagination__link"
                href={direccion(pagina)}
                aria-label={`Página ${pagina}`}
                aria-current={pagina === actual ? 'page' : undefined}
              >
                {pagina}
              </a>
            </li>
          ),
        )}
      </ul>
      {actual < total ? <Vecina sentido="next" href={direccion(actual + 1)} /> : null}
    </nav>
  );
}

/** For lists read by cursor, where only the neighbours are known. */
export function PaginacionSimple({
  anterior,
  siguiente,
  etiqueta = 'Páginas',
}: {
  anterior?: string;
  siguiente?: string;
  etiqueta?: string;
}): VNode | null {
  if (!anterior && !siguiente) return null;
  return (
    <nav class="govuk-pagination" aria-label={etiqueta}>
      {anterior ? <Vecina sentido="prev" href={anterior} /> : null}
      {siguiente ? <Vecina sentido="next" href={siguiente} /> : null}
    </nav>
  );
}

export function paginasVisibles(actual: number, total: number): (number | 'salto')[] {
  const visibles = [...new Set([1, actual - 1, actual, actual + 1, total])]
    .filter((pagina) => pagina >= 1 && pagina <= total)
    .sort((a, b) => a - b);
  return visibles.flatMap((pagina, i) => {
    const anterior = visibles[i - 1] ?? pagina - 1;
    // A gap of one page is that page: the dots would take its place for nothing.
    if (pagina - anterior === 2) return [pagina - 1, pagina];
    return pagina - anterior > 2 ? (['salto', pagina] as const) : [pagina];
  });
}

function Vecina({ sentido, href }: { sentido: 'prev' | 'next'; href: string }): VNode {
  const flecha = (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${sentido}`}
      width="15"
      height="13"
      viewBox="0 0 15 13"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
      focusable="false"
    >
      <path d={sentido === 'prev' ? 'M14 6.5H2M7.5 1 2 6.5 7.5 12' : 'M1 6.5h12M7.5 1 13 6.5 7.5 12'} />
    </svg>
  );
  const [antes, despues] = sentido === 'prev' ? [flecha, null] : [null, flecha];
  return (
    <div class={`govuk-pagination__${sentido}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={sentido}>
        {antes}
        <span class="govuk-pagination__link-title">
          {sentido === 'prev' ? 'Anterior' : 'Siguiente'}
          <span class="govuk-visually-hidden"> página</span>
        </span>
        {despues}
      </a>
    </div>
  );
}
