import type { ComponentChildren, VNode } from 'preact';

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

/** What one takes elsewhere: a touch selects it whole, and with script a button copies it. */
export function Copiable({ children }: { children: string }): VNode {
  return (
    <ag-copiable>
      <span class="copiable">{children}</span>
    </ag-copiable>
  );
}
