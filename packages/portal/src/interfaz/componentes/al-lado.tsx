import type { ComponentChildren, VNode } from 'preact';
import { clases } from './clases.ts';

/** A few facts beside the page's subject; under it where there is no room. */
export function DatosAlLado({
  titulo,
  filas,
  children,
}: {
  titulo: string;
  filas: readonly { rotulo: ComponentChildren; valor: ComponentChildren }[];
  children?: ComponentChildren;
}): VNode {
  return (
    <section class="ficha">
      <h2 class="ficha__titulo">{titulo}</h2>
      <dl class="ficha__datos">
        {filas.map(({ rotulo, valor }) => (
          <div>
            <dt>{rotulo}</dt>
            <dd>{valor}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

/** What one takes elsewhere: a touch selects it whole, and with script a button copies it. A long one (an address) may be broken. */
export function Copiable({ children, larga }: { children: string; larga?: boolean }): VNode {
  return (
    <ag-copiable>
      <span class={clases('copiable', larga && 'copiable--larga')}>{children}</span>
    </ag-copiable>
  );
}
