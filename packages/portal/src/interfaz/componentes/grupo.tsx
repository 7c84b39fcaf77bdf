import type { ComponentChildren, VNode } from 'preact';
import { idDeCampo, type PropsDeCampo } from '../campos.ts';
import { clases } from './clases.ts';

/** Ids of a field's hint and error, and what its control says in `aria-describedby`. */
export function descripcionDe({ nombre, ayuda, error }: Pick<PropsDeCampo, 'nombre' | 'ayuda' | 'error'>): {
  id: string;
  idAyuda: string;
  idError: string;
  describe: string | undefined;
} {
  const id = idDeCampo(nombre);
  const [idAyuda, idError] = [`${id}-ayuda`, `${id}-error`];
  const describe = clases(!!ayuda && idAyuda, !!error && idError) || undefined;
  return { id, idAyuda, idError, describe };
}

function Ayuda({ id, children }: { id: string; children: ComponentChildren }): VNode {
  return (
    <div class="govuk-hint" id={id}>
      {children}
    </div>
  );
}

export function MensajeDeError({ id, children }: { id: string; children: ComponentChildren }): VNode {
  return (
    <p class="govuk-error-message" id={id}>
      <span class="govuk-visually-hidden">Error:</span> {children}
    </p>
  );
}

function Opcional({ si }: { si: boolean | undefined }): VNode | null {
  return si ? <span class="opcional"> (opcional)</span> : null;
}

type PropsDeGrupo = PropsDeCampo & { clase?: string; atributos?: object; children: ComponentChildren };

/** Label, hint and error around one control. The control takes its ids from `descripcionDe`. */
export function GrupoDeCampo(props: PropsDeGrupo): VNode {
  const { id, idAyuda, idError } = descripcionDe(props);
  const etiqueta = (
    <label class={clases('govuk-label', props.esTitulo ? 'govuk-label--l' : 'govuk-label--s')} for={id}>
      {props.etiqueta}
      <Opcional si={props.opcional} />
    </label>
  );
  return (
    <div
      class={clases('govuk-form-group', !!props.error && 'govuk-form-group--error', props.clase)}
      {...props.atributos}
    >
      {props.esTitulo ? <h1 class="govuk-label-wrapper">{etiqueta}</h1> : etiqueta}
      {props.ayuda ? <Ayuda id={idAyuda}>{props.ayuda}</Ayuda> : null}
      {props.error ? <MensajeDeError id={idError}>{props.error}</MensajeDeError> : null}
      {props.children}
    </div>
  );
}

/** Legend, hint and error around several controls that answer one question. */
export function GrupoDeOpciones(props: PropsDeGrupo & { rol?: 'group' }): VNode {
  const { idAyuda, idError, describe } = descripcionDe(props);
  const leyenda = (
    <>
      {props.etiqueta}
      <Opcional si={props.opcional} />
    </>
  );
  return (
    <div class={clases('govuk-form-group', !!props.error && 'govuk-form-group--error', props.clase)}>
      <fieldset class="govuk-fieldset" role={props.rol} aria-describedby={describe}>
        <legend
          class={clases(
            'govuk-fieldset__legend',
            props.esTitulo ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s',
          )}
        >
          {props.esTitulo ? <h1 class="govuk-fieldset__heading">{leyenda}</h1> : leyenda}
        </legend>
        {props.ayuda ? <Ayuda id={idAyuda}>{props.ayuda}</Ayuda> : null}
        {props.error ? <MensajeDeError id={idError}>{props.error}</MensajeDeError> : null}
        {props.children}
      </fieldset>
    </div>
  );
}
