import type { VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { clases } from './clases.ts';
import { descripcionDe, GrupoDeCampo } from './grupo.tsx';

interface PropsDeAreaTexto extends PropsDeCampo {
  valor?: string;
  filas?: number;
  /** Characters that fit. The box lets more be typed and says by how many it passes, so that nothing is cut. */
  maximo?: number;
}

const CUENTA = {
  'data-i18n.characters-under-limit.one': 'Le queda %{count} carácter',
  'data-i18n.characters-under-limit.other': 'Le quedan %{count} caracteres',
  'data-i18n.characters-at-limit': 'No le quedan caracteres',
  'data-i18n.characters-over-limit.one': 'Se pasó por %{count} carácter',
  'data-i18n.characters-over-limit.other': 'Se pasó por %{count} caracteres',
};

/** Several lines of text, with its count when there is a limit. */
export function AreaTexto({ filas = 5, maximo, valor, ...props }: PropsDeAreaTexto): VNode {
  const { id, describe } = descripcionDe(props);
  const idCuenta = `${id}-info`; // The name that govuk-frontend looks for.
  const cuenta = { 'data-module': 'govuk-character-count', 'data-maxlength': maximo, ...CUENTA };
  return (
    <GrupoDeCampo
      {...props}
      {...(maximo !== undefined && { clase: 'govuk-character-count', atributos: cuenta })}
    >
      <textarea
        class={clases(
          'govuk-textarea',
          !!props.error && 'govuk-textarea--error',
          maximo !== undefined && 'govuk-js-character-count',
        )}
        id={id}
        name={props.nombre}
        rows={filas}
        aria-describedby={clases(describe, maximo !== undefined && idCuenta) || undefined}
        aria-invalid={props.error ? 'true' : undefined}
        // A browser drops the first line break of a textarea.
        value={valor && /^\r?\n/.test(valor) ? `\n${valor}` : valor}
      />
      {maximo === undefined ? null : (
        <div class="govuk-hint govuk-character-count__message" id={idCuenta}>
          {`Puede escribir hasta ${maximo} caracteres`}
        </div>
      )}
    </GrupoDeCampo>
  );
}
