import type { ComponentChildren, VNode } from 'preact';
import { clases } from './clases.ts';

type VarianteDeBoton = 'principal' | 'secundario' | 'peligro' | 'enlace';

interface PropsDeBoton {
  children: ComponentChildren;
  variante?: VarianteDeBoton;
  /** Posted with the form when this button is the one pressed. */
  nombre?: string;
  valor?: string;
  /** Sends the form to another address than its own. */
  accion?: string;
  tipo?: 'submit' | 'button';
  /** Off only where pressing twice quickly is meant. */
  evitaDobleClic?: boolean;
}

const CLASES: Record<VarianteDeBoton, string> = {
  principal: 'govuk-button',
  secundario: 'govuk-button govuk-button--secondary',
  peligro: 'govuk-button govuk-button--warning',
  enlace: 'boton-enlace',
};

export function Boton(props: PropsDeBoton): VNode {
  const { children, variante = 'principal', tipo = 'submit', evitaDobleClic = true } = props;
  return (
    <button
      class={CLASES[variante]}
      type={tipo}
      name={props.nombre}
      value={props.valor}
      formaction={props.accion}
      data-module="govuk-button"
      data-prevent-double-click={evitaDobleClic ? 'true' : undefined}
    >
      {children}
    </button>
  );
}

interface PropsDeEnlaceBoton {
  href: string;
  children: ComponentChildren;
  variante?: Exclude<VarianteDeBoton, 'enlace'>;
  /** The start of a procedure: with an arrow, once per page. */
  inicio?: boolean;
}

/** A link that looks like a button because it is the page's main way on. It stays a link: it goes somewhere. */
export function EnlaceBoton({ href, children, variante = 'principal', inicio }: PropsDeEnlaceBoton): VNode {
  return (
    <a class={clases(CLASES[variante], inicio && 'govuk-button--start')} href={href} draggable={false}>
      {children}
      {inicio ? (
        <svg
          class="govuk-button__start-icon"
          width="17"
          height="19"
          viewBox="0 0 33 40"
          aria-hidden="true"
          focusable="false"
        >
          <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
        </svg>
      ) : null}
    </a>
  );
}

/** The buttons at the end of a form, the main one first. */
export function GrupoDeBotones({ children }: { children: ComponentChildren }): VNode {
  return <div class="govuk-button-group">{children}</div>;
}
