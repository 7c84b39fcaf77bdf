import type { ComponentChildren, VNode } from 'preact';
import { clases } from './clases.ts';

type TipoDeAviso = 'informacion' | 'exito' | 'importante';

interface PropsDeAviso {
  children: ComponentChildren;
  tipo?: TipoDeAviso;
  titulo?: string;
  /** Distinguishes two notices of one page. */
  id?: string;
}

const TITULOS: Record<TipoDeAviso, string> = {
  informacion: 'Información',
  exito: 'Listo',
  importante: 'Importante',
};

/** What the person must know besides the page's subject. That something was done takes the focus. */
export function Aviso({
  children,
  tipo = 'informacion',
  titulo = TITULOS[tipo],
  id = 'aviso',
}: PropsDeAviso): VNode {
  const exito = tipo === 'exito';
  return (
    <div
      class={clases(
        'govuk-notification-banner',
        exito && 'govuk-notification-banner--success',
        tipo === 'importante' && 'aviso--importante',
      )}
      role={exito ? 'alert' : 'region'}
      aria-labelledby={`${id}-titulo`}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={`${id}-titulo`}>
          {titulo}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
