import type { VNode } from 'preact';
import type { BorradorCalculado } from '../../cuenta/index.ts';

/** What came from other returns of the same person: they may write something else. */
export function LoTraido({ traido }: Pick<BorradorCalculado['cuenta'], 'traido'>): VNode | null {
  if (!traido || traido.frases.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Lo que viene de sus recibos</h2>
      <p class="govuk-body">Ya está puesto. Si algo no es así, escriba otro valor en su casilla.</p>
      <ul class="govuk-list govuk-list--bullet">
        {traido.frases.map((f) => (
          <li>{f}</li>
        ))}
      </ul>
    </section>
  );
}
