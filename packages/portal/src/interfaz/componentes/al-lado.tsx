import type { ComponentChildren, VNode } from 'preact';
import { clases } from './clases.ts';

/** A few facts beside the page's subject; under it where there is no room. */
export function DatosAlLado({
  titulo,
  filas,
  children,
}: {
  titulo: string;
  filas: readonly {
    rotulo: ComponentChildren;
    valor: ComponentChildren;
    /** Another takes its place while the page is written. */
    enVivo?: true;
  }[];
  children?: ComponentChildren;
}): VNode {
  return (
    <section class="ficha">
      <h2 class="ficha__titulo">{titulo}</h2>
      <dl class="ficha__datos">
        {filas.map(({ rotulo, valor, enVivo }) => (
          <div data-en-vivo={enVivo}>
            <dt>{rotulo}</dt>
            <dd>{valor}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

/** A titled card beside the subject: a few sentences, a list, a form. */
export const Ficha = ({ titulo, children }: { titulo: string; children: ComponentChildren }): VNode => (
  <section class="ficha">
    <h2 class="ficha__titulo">{titulo}</h2>
    <div class="ficha__cuerpo">{children}</div>
  </section>
);

/**
 * The subject, and beside it on a wide screen what helps with it. On a phone `lado` stands between the subject and
 * `luego`, in the order of the document: each thing is on the page once, for eyes and ears. The page is `ancha`.
 */
export function ConLado({
  lado,
  luego,
  actua,
  children,
}: {
  lado: ComponentChildren;
  luego?: ComponentChildren;
  /** The side acts on what is read; what is short stays in sight meanwhile, what is long would be cut. */
  actua?: 'corto' | 'largo';
  children: ComponentChildren;
}): VNode {
  return (
    <div class={clases('casa casa--lado', actua && 'casa--actua', actua === 'corto' && 'casa--en-vista')}>
      <div class="casa__arriba">{children}</div>
      <div class="casa__lado">{lado}</div>
      {luego ? <div class="casa__resto">{luego}</div> : null}
    </div>
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
