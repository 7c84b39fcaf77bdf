import type { ComponentChildren, VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { clases } from './clases.ts';
import { descripcionDe, GrupoDeCampo } from './grupo.tsx';

export type AnchoDeCampo = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export interface PropsDeCampoTexto extends PropsDeCampo {
  valor?: string;
  tipo?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url';
  /** Token of the HTML autofill list: `email`, `tel`, `given-name`… */
  autocompletar?: string;
  teclado?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search';
  /** Off for what no dictionary knows: names, e-mails, document numbers. */
  ortografia?: boolean;
  mayusculas?: 'none' | 'words' | 'characters' | 'sentences';
  /** Characters that fit, as a hint of how much is expected. Without it, the whole column. */
  ancho?: AnchoDeCampo;
  prefijo?: ComponentChildren;
  sufijo?: ComponentChildren;
  clase?: string;
}

/** One line of text. The prefix and suffix are decoration: what they say must also be in the label or hint. */
export function CampoTexto(props: PropsDeCampoTexto): VNode {
  const { id, describe } = descripcionDe(props);
  const entrada = (
    <input
      class={clases(
        'govuk-input',
        props.ancho !== undefined && `govuk-input--width-${props.ancho}`,
        !!props.error && 'govuk-input--error',
        props.clase,
      )}
      id={id}
      name={props.nombre}
      type={props.tipo ?? 'text'}
      value={props.valor}
      autocomplete={props.autocompletar}
      inputmode={props.teclado}
      spellcheck={props.ortografia}
      autocapitalize={props.mayusculas}
      aria-describedby={describe}
      aria-invalid={props.error ? 'true' : undefined}
    />
  );
  return (
    <GrupoDeCampo {...props} clase="">
      {props.prefijo || props.sufijo ? (
        <div class="govuk-input__wrapper">
          {props.prefijo ? (
            <div class="govuk-input__prefix" aria-hidden="true">
              {props.prefijo}
            </div>
          ) : null}
          {entrada}
          {props.sufijo ? (
            <div class="govuk-input__suffix" aria-hidden="true">
              {props.sufijo}
            </div>
          ) : null}
        </div>
      ) : (
        entrada
      )}
    </GrupoDeCampo>
  );
}
