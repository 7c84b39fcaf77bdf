import type { VNode } from 'preact';

export interface Miga {
  readonly texto: string;
  readonly href: string;
}

/** The way from the home to this page, which is not in it. On a phone only its ends are shown. */
export function Migas({ migas }: { migas: readonly Miga[] }): VNode {
  return (
    <nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label="Ruta de la página">
      <ol class="govuk-breadcrumbs__list">
        {migas.map(({ texto, href }) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href}>
              {texto}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function EnlaceVolver({ href, texto = 'Volver' }: { href: string; texto?: string }): VNode {
  return (
    <nav aria-label="Página anterior">
      <a class="govuk-back-link" href={href}>
        {texto}
      </a>
    </nav>
  );
}
