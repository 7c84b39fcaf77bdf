import type { VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { clases } from './clases.ts';
import { descripcionDe, GrupoDeOpciones, MensajeDeError } from './grupo.tsx';
import { type Divisor, esDivisor, idDeOpcion, type Opcion } from './opciones.ts';

interface OpcionDeCasilla extends Opcion {
  /** «Ninguna de las anteriores»: choosing it clears the others. The server must enforce it too. */
  readonly exclusiva?: boolean;
}

interface PropsDeCasillas extends PropsDeCampo {
  valor?: string | readonly string[];
  opciones: readonly (OpcionDeCasilla | Divisor)[];
  /** Each in a card of its own: for options that say several things of themselves. */
  enTarjetas?: boolean;
}

/** Several answers to one question. */
export function Casillas(props: PropsDeCasillas): VNode {
  const { id } = descripcionDe(props);
  const elegidas = typeof props.valor === 'string' ? [props.valor] : (props.valor ?? []);
  return (
    <GrupoDeOpciones {...props}>
      <div
        class={clases('govuk-checkboxes', props.enTarjetas && 'en-tarjetas')}
        data-module="govuk-checkboxes"
      >
        {props.opciones.map((opcion, indice) =>
          esDivisor(opcion) ? (
            <div class="govuk-checkboxes__divider">{opcion.divisor}</div>
          ) : (
            <Casilla
              nombre={props.nombre}
              id={idDeOpcion(id, indice)}
              opcion={opcion}
              marcada={elegidas.includes(opcion.valor)}
            />
          ),
        )}
      </div>
    </GrupoDeOpciones>
  );
}

interface PropsDeConsentimiento extends Omit<PropsDeCampo, 'esTitulo' | 'opcional'> {
  valor?: string | readonly string[];
  /** Value posted when the box is ticked; nothing is posted otherwise. */
  valorSi?: string;
}

/** A single box the person ticks to agree. Never ticked beforehand. */
export function Consentimiento({ valorSi = 'si', ...props }: PropsDeConsentimiento): VNode {
  const { id, idError, describe } = descripcionDe({ ...props, ayuda: undefined });
  const marcada =
    typeof props.valor === 'string' ? props.valor === valorSi : !!props.valor?.includes(valorSi);
  return (
    <div class={clases('govuk-form-group', !!props.error && 'govuk-form-group--error')}>
      {props.error ? <MensajeDeError id={idError}>{props.error}</MensajeDeError> : null}
      <div class="govuk-checkboxes" data-module="govuk-checkboxes">
        <Casilla
          nombre={props.nombre}
          id={id}
          opcion={{ valor: valorSi, texto: props.etiqueta, ayuda: props.ayuda }}
          marcada={marcada}
          describe={describe}
        />
      </div>
    </div>
  );
}

interface PropsDeCasilla {
  nombre: string;
  id: string;
  opcion: OpcionDeCasilla;
  marcada: boolean;
  describe?: string | undefined;
}

function Casilla({ nombre, id, opcion, marcada, describe }: PropsDeCasilla): VNode {
  const [idAyuda, idCondicional] = [`${id}-ayuda-de-opcion`, `${id}-condicional`];
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={nombre}
          type="checkbox"
          value={opcion.valor}
          checked={marcada}
          data-aria-controls={opcion.condicional ? idCondicional : undefined}
          data-behaviour={opcion.exclusiva ? 'exclusive' : undefined}
          aria-describedby={clases(describe, !!opcion.ayuda && idAyuda) || undefined}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {opcion.texto}
        </label>
        {opcion.ayuda ? (
          <div class="govuk-hint govuk-checkboxes__hint" id={idAyuda}>
            {opcion.ayuda}
          </div>
        ) : null}
      </div>
      {opcion.condicional ? (
        <div
          class={clases('govuk-checkboxes__conditional', !marcada && 'govuk-checkboxes__conditional--hidden')}
          id={idCondicional}
        >
          {opcion.condicional}
        </div>
      ) : null}
    </>
  );
}
