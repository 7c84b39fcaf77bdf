import type { VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { clases } from './clases.ts';
import { descripcionDe, GrupoDeOpciones } from './grupo.tsx';
import { type Divisor, esDivisor, idDeOpcion, type Opcion } from './opciones.ts';

interface PropsDeRadios extends PropsDeCampo {
  valor?: string;
  opciones: readonly (Opcion | Divisor)[];
  /** Side by side on wide screens: only for two short answers, «Sí» and «No». */
  enLinea?: boolean;
  /** Each in a card of its own: for options that say several things of themselves. */
  enTarjetas?: boolean;
}

/** One answer among few. With more than seven options use `Selector`. */
export function Radios(props: PropsDeRadios): VNode {
  const { id } = descripcionDe(props);
  // The summary of errors leads to the first answer, also where a heading stands above it.
  const primera = props.opciones.findIndex((o) => !esDivisor(o));
  return (
    <GrupoDeOpciones {...props}>
      <div
        class={clases(
          'govuk-radios',
          props.enLinea && 'govuk-radios--inline',
          props.enTarjetas && 'en-tarjetas',
        )}
      >
        {props.opciones.map((opcion, indice) =>
          esDivisor(opcion) ? (
            <div class="govuk-radios__divider">{opcion.divisor}</div>
          ) : (
            <Radio
              nombre={props.nombre}
              id={idDeOpcion(id, indice === primera ? 0 : indice)}
              opcion={opcion}
              elegida={opcion.valor === props.valor}
            />
          ),
        )}
      </div>
    </GrupoDeOpciones>
  );
}

interface PropsDeRadio {
  nombre: string;
  id: string;
  opcion: Opcion;
  elegida: boolean;
}

function Radio({ nombre, id, opcion, elegida }: PropsDeRadio): VNode {
  const [idAyuda, idCondicional] = [`${id}-ayuda-de-opcion`, `${id}-condicional`];
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={nombre}
          type="radio"
          value={opcion.valor}
          checked={elegida}
          data-revela={opcion.condicional ? idCondicional : undefined}
          aria-describedby={opcion.ayuda ? idAyuda : undefined}
        />
        <label class="govuk-label govuk-radios__label" for={id}>
          {opcion.texto}
        </label>
        {opcion.ayuda ? (
          <div class="govuk-hint govuk-radios__hint" id={idAyuda}>
            {opcion.ayuda}
          </div>
        ) : null}
      </div>
      {opcion.condicional ? (
        <div
          class={clases('govuk-radios__conditional', !elegida && 'govuk-radios__conditional--hidden')}
          id={idCondicional}
        >
          {opcion.condicional}
        </div>
      ) : null}
    </>
  );
}
