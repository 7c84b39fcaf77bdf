import type { VNode } from 'preact';
import { clases } from './clases.ts';

interface PasoDeLista {
  readonly nombre: string;
  /** Where to see or change it; absent while it cannot be reached. */
  readonly href?: string;
}

interface PropsDeListaPasos {
  /** Counted from 1. */
  actual: number;
  total: number;
  /** What this step is about. */
  nombre?: string;
  /** With it, the whole list can be unfolded. */
  pasos?: readonly PasoDeLista[];
}

/** How far a journey has come: «Parte 2 de 5», the same as a bar, and the list of steps on demand. */
export function ListaPasos({ actual, total, nombre, pasos }: PropsDeListaPasos): VNode {
  return (
    <div class="pasos">
      <p class="pasos__texto">
        <strong>{`Parte ${actual} de ${total}`}</strong>
        {nombre ? `: ${nombre}` : ''}
      </p>
      <ol class="pasos__barra" aria-hidden="true">
        {Array.from({ length: total }, (_, i) => (
          <li class={estado(i + 1, actual)} />
        ))}
      </ol>
      {pasos ? (
        <details class="govuk-details pasos__lista">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Ver todos los pasos</span>
          </summary>
          <ol>
            {pasos.map((paso, i) => (
              <li class={estado(i + 1, actual)} aria-current={i + 1 === actual ? 'step' : undefined}>
                {paso.href && i + 1 !== actual ? <a href={paso.href}>{paso.nombre}</a> : paso.nombre}
                {i + 1 < actual ? <span class="govuk-visually-hidden"> (hecho)</span> : null}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

function estado(paso: number, actual: number): string | undefined {
  return clases(paso < actual && 'hecho', paso === actual && 'aqui') || undefined;
}
