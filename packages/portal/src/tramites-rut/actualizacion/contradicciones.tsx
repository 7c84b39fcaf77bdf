import type { Contradiccion } from '@autogestion/normas/rut';

/** What box 53 says against the rest of the RUT, all of it in one list, each with its article. */
export function Contradicciones({ contradicciones }: { contradicciones: readonly Contradiccion[] }) {
  return (
    <>
      <p class="govuk-body">
        Con lo que cambió, las responsabilidades de su RUT (casilla 53) no quedan de acuerdo con lo demás:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {contradicciones.map((c) => (
          <li>
            {c.razon} <span class="govuk-body-s">({c.articulo})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
