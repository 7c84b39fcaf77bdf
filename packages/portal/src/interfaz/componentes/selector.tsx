import type { VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { clases } from './clases.ts';
import { descripcionDe, GrupoDeCampo } from './grupo.tsx';

interface OpcionDeSelector {
  readonly valor: string;
  readonly texto: string;
  /** Other words that must find it: synonyms, the department of a municipality. */
  readonly sinonimos?: string;
}

interface GrupoDeSelector {
  readonly grupo: string;
  readonly opciones: readonly OpcionDeSelector[];
}

interface PropsDeSelector extends PropsDeCampo {
  valor?: string;
  opciones: readonly (OpcionDeSelector | GrupoDeSelector)[];
  /** Text of the empty option, which is the answer of who has not chosen. */
  vacia?: string;
  /** A long list: with script it becomes a box with search. Without it, it stays the browser's own list. */
  conBusqueda?: boolean;
  ancho?: 10 | 20 | 30;
  autocompletar?: string;
}

/** One answer among many. The value posted is the same with script and without it. */
export function Selector(props: PropsDeSelector): VNode {
  const { id, describe } = descripcionDe(props);
  const lista = (
    <select
      class={clases(
        'govuk-select',
        !props.ancho && 'selector-entero',
        props.ancho !== undefined && `govuk-input--width-${props.ancho}`,
        !!props.error && 'govuk-select--error',
      )}
      id={id}
      name={props.nombre}
      autocomplete={props.autocompletar}
      aria-describedby={describe}
      aria-invalid={props.error ? 'true' : undefined}
    >
      <option value="">{props.vacia ?? 'Elija una opción'}</option>
      {props.opciones.map((opcion) =>
        'grupo' in opcion ? (
          <optgroup label={opcion.grupo}>
            {opcion.opciones.map((interna) => (
              <OpcionNativa opcion={interna} elegida={interna.valor === props.valor} />
            ))}
          </optgroup>
        ) : (
          <OpcionNativa opcion={opcion} elegida={opcion.valor === props.valor} />
        ),
      )}
    </select>
  );
  return (
    <GrupoDeCampo {...props}>{props.conBusqueda ? <ag-selector>{lista}</ag-selector> : lista}</GrupoDeCampo>
  );
}

function OpcionNativa({ opcion, elegida }: { opcion: OpcionDeSelector; elegida: boolean }): VNode {
  return (
    <option value={opcion.valor} selected={elegida} data-buscar={opcion.sinonimos}>
      {opcion.texto}
    </option>
  );
}
