import type { VNode } from 'preact';
import type { Impedimento } from '../comprobar-solicitud.ts';

/** Why a direction is not offered, in the place of its button. */
export const Impedido = ({ impide: { porque, que } }: { impide: Impedimento }): VNode => (
  <>
    <p class="govuk-body">{porque}:</p>
    <ul class="govuk-list govuk-list--bullet">
      {que.map((razon) => (
        <li>{razon}</li>
      ))}
    </ul>
  </>
);
