import type { VNode } from 'preact';
import {
  nombreDeParte,
  type ParteDeFecha,
  PARTES_DE_FECHA,
  type PartesDeFecha,
  partesErradas,
  type PropsDeCampo,
  separarFecha,
} from '../campos.ts';
import { clases } from './clases.ts';
import { descripcionDe, GrupoDeOpciones } from './grupo.tsx';

interface PropsDeCampoFecha extends PropsDeCampo {
  /** The boxes as typed, or a stored `YYYY-MM-DD`. */
  valor?: PartesDeFecha | string;
  /** Which boxes to mark. Without it, those that cannot be right, and all when each could. */
  partesConError?: readonly ParteDeFecha[];
  /** The person's own birthday, which the browser may know. */
  esNacimiento?: boolean;
}

const ETIQUETAS: Record<ParteDeFecha, string> = { dia: 'Día', mes: 'Mes', anio: 'Año' };
const AUTOCOMPLETAR: Record<ParteDeFecha, string> = { dia: 'bday-day', mes: 'bday-month', anio: 'bday-year' };

/** A date known by heart, in three boxes: posts `nombre-dia`, `nombre-mes` and `nombre-anio`. */
export function CampoFecha({ valor = '', partesConError, esNacimiento, ...props }: PropsDeCampoFecha): VNode {
  const { id } = descripcionDe(props);
  const partes = typeof valor === 'string' ? separarFecha(valor) : valor;
  const erradas = props.error ? (partesConError ?? partesErradas(partes)) : [];
  // The error summary leads to the field's own id: it belongs to the first box that needs correcting.
  const conId = erradas[0] ?? 'dia';
  return (
    <GrupoDeOpciones ayuda="Por ejemplo, 27 8 1990" {...props} rol="group">
      <div class="govuk-date-input">
        {PARTES_DE_FECHA.map((parte) => {
          const idDeParte = parte === conId ? id : `${id}-${parte}`;
          const errada = erradas.includes(parte);
          return (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={idDeParte}>
                  {ETIQUETAS[parte]}
                </label>
                <input
                  class={clases(
                    'govuk-input govuk-date-input__input',
                    `govuk-input--width-${parte === 'anio' ? 4 : 2}`,
                    errada && 'govuk-input--error',
                  )}
                  id={idDeParte}
                  name={nombreDeParte(props.nombre, parte)}
                  type="text"
                  inputmode="numeric"
                  value={partes[parte]}
                  autocomplete={esNacimiento ? AUTOCOMPLETAR[parte] : undefined}
                  aria-invalid={errada ? 'true' : undefined}
                />
              </div>
            </div>
          );
        })}
      </div>
    </GrupoDeOpciones>
  );
}
