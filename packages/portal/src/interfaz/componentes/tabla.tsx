import type { ComponentChildren, VNode } from 'preact';
import { clases } from './clases.ts';

interface ColumnaDeTabla {
  readonly titulo: string;
  /** Amounts and counts: right, in figures of one width. */
  readonly numerica?: boolean;
}

interface PropsDeTabla {
  /** Says what the rows are: who hears the page meets it first. */
  titulo: ComponentChildren;
  tituloOculto?: boolean;
  columnas: readonly ColumnaDeTabla[];
  /** One list of cells per row, in the order of the columns. The first cell names the row when `conCabezas`. */
  filas: readonly (readonly ComponentChildren[])[];
  conCabezas?: boolean;
  /** Instead of the table when there are no rows. */
  vacia?: ComponentChildren;
}

/**
 * A table that becomes a list of cards on a phone. The roles are written out because a table drawn as
 * blocks loses them in some browsers.
 */
export function Tabla({ titulo, tituloOculto, columnas, filas, conCabezas, vacia }: PropsDeTabla): VNode {
  if (filas.length === 0 && vacia) return <p class="tabla-vacia">{vacia}</p>;
  return (
    <table class="govuk-table tabla" role="table">
      <caption
        class={clases(
          'govuk-table__caption govuk-table__caption--s',
          tituloOculto && 'govuk-visually-hidden',
        )}
      >
        {titulo}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {columnas.map((columna) => (
            <th
              class={clases('govuk-table__header', columna.numerica && 'govuk-table__header--numeric')}
              scope="col"
              role="columnheader"
            >
              {columna.titulo}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {filas.map((celdas) => (
          <tr class="govuk-table__row" role="row">
            {celdas.map((celda, i) => (
              <Celda columna={columnas[i]} esCabeza={i === 0 && conCabezas === true}>
                {celda}
              </Celda>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PropsDeCelda {
  columna: ColumnaDeTabla | undefined;
  esCabeza: boolean;
  children: ComponentChildren;
}

function Celda({ columna, esCabeza, children }: PropsDeCelda): VNode {
  if (esCabeza) {
    return (
      <th class="govuk-table__header" scope="row" role="rowheader">
        {children}
      </th>
    );
  }
  return (
    <td
      class={clases('govuk-table__cell', columna?.numerica && 'govuk-table__cell--numeric')}
      role="cell"
      data-columna={columna?.titulo}
    >
      <span class="tabla__valor">{children}</span>
    </td>
  );
}
