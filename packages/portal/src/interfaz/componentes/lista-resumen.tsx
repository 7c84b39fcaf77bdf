import type { ComponentChildren, VNode } from 'preact';

interface AccionDeResumen {
  readonly href: string;
  readonly texto?: string;
  /** What is changed, for who hears the links one after another: «Cambiar dirección». */
  readonly oculto: string;
}

export interface FilaDeResumen {
  readonly rotulo: ComponentChildren;
  readonly valor: ComponentChildren;
  readonly acciones?: readonly AccionDeResumen[];
}

interface PropsDeListaResumen {
  filas: readonly FilaDeResumen[];
  /** With it, the list comes in a card of that name. */
  titulo?: string;
}

/** Facts and their names, each with the way to correct it. */
export function ListaResumen({ filas, titulo }: PropsDeListaResumen): VNode {
  const conAcciones = filas.some(({ acciones }) => acciones?.length);
  const lista = (
    <dl class="govuk-summary-list">
      {filas.map((fila) => (
        <Fila fila={fila} conAcciones={conAcciones} />
      ))}
    </dl>
  );
  if (!titulo) return lista;
  return (
    <section class="tarjeta-resumen">
      <h2 class="tarjeta-resumen__titulo">{titulo}</h2>
      {lista}
    </section>
  );
}

function Fila({ fila, conAcciones }: { fila: FilaDeResumen; conAcciones: boolean }): VNode {
  const { rotulo, valor, acciones = [] } = fila;
  const sinAcciones = conAcciones && acciones.length === 0;
  return (
    <div class={`govuk-summary-list__row${sinAcciones ? ' govuk-summary-list__row--no-actions' : ''}`}>
      <dt class="govuk-summary-list__key">{rotulo}</dt>
      <dd class="govuk-summary-list__value">{valor}</dd>
      {acciones.length > 0 ? (
        <dd class="govuk-summary-list__actions">
          {acciones.map(({ href, texto = 'Cambiar', oculto }) => (
            <a href={href}>
              {texto}
              <span class="govuk-visually-hidden"> {oculto}</span>
            </a>
          ))}
        </dd>
      ) : null}
    </div>
  );
}
