import type { ComponentChildren, VNode } from 'preact';
import { clases } from './clases.ts';
import { Dibujo, type NombreDeDibujo } from './dibujo.tsx';

/** More on demand: what few need, or what would distract. */
export function Detalles({
  resumen,
  abierto,
  children,
}: {
  resumen: ComponentChildren;
  abierto?: boolean;
  children: ComponentChildren;
}): VNode {
  return (
    <details class="govuk-details" open={abierto}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{resumen}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

const DIBUJO_DE_PANEL = { bien: 'recibo', ojo: 'sello-bien', mal: 'sello-mal' } as const;

/**
 * The end of a procedure, or the result that somebody waited for. It carries the page's `h1`, and a bad result weighs as
 * much as a good one: the tone repeats what the words say.
 */
export function Panel({
  titulo,
  tono = 'bien',
  dibujo = DIBUJO_DE_PANEL[tono],
  children,
}: {
  titulo: string;
  tono?: 'bien' | 'ojo' | 'mal';
  dibujo?: NombreDeDibujo;
  children?: ComponentChildren;
}): VNode {
  return (
    <div class={clases('govuk-panel govuk-panel--confirmation', `panel panel--${tono}`)}>
      <Dibujo nombre={dibujo} />
      <h1 class="govuk-panel__title">{titulo}</h1>
      {children ? <div class="govuk-panel__body">{children}</div> : null}
    </div>
  );
}

export function TextoInset({ children }: { children: ComponentChildren }): VNode {
  return <div class="govuk-inset-text">{children}</div>;
}

/** A consequence that cannot be undone, or a sanction. Rare, or nobody reads it. */
export function Advertencia({ children }: { children: ComponentChildren }): VNode {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Advertencia: </span>
        {children}
      </strong>
    </div>
  );
}

export type TonoDeEtiqueta = 'neutra' | 'informacion' | 'bien' | 'ojo' | 'urge' | 'mal';

/** A state in a word or two. The colour repeats what the word says. */
export function Etiqueta({
  tono = 'neutra',
  children,
}: {
  tono?: TonoDeEtiqueta;
  children: ComponentChildren;
}): VNode {
  return <strong class={clases('govuk-tag', `etiqueta--${tono}`)}>{children}</strong>;
}

/** The number of a box of an official form, small, before its name. */
export function NumeroDeCasilla({ numero }: { numero: number }): VNode {
  return (
    <span class="numero-de-casilla">
      <span class="govuk-visually-hidden">Casilla </span>
      {numero}
    </span>
  );
}
