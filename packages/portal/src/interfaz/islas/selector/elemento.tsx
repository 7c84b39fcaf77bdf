import { render } from 'preact';
import { type OpcionDeLista, opcionDeLista } from './buscar.ts';
import { Combobox } from './combobox.tsx';

/**
 * `<ag-selector>` around a native list: puts a box with search before it. The list stays in the form, unseen,
 * and carries the value, so what is posted is the same with script and without it.
 */
export class ElementoSelector extends HTMLElement {
  #mostrar: (() => void) | undefined;

  connectedCallback(): void {
    const lista = this.querySelector('select');
    if (!lista || this.#mostrar) return;
    const { id } = lista;
    const etiqueta = document.querySelector(`label[for="${id}"]`)?.textContent.trim() ?? '';
    const opciones = leerOpciones(lista);
    lista.id = `${id}-valores`;
    lista.hidden = true;
    const raiz = document.createElement('div');
    this.insertBefore(raiz, lista);
    this.#mostrar = (): void =>
      render(
        <Combobox
          id={id}
          etiqueta={etiqueta}
          describe={lista.getAttribute('aria-describedby')}
          errada={lista.getAttribute('aria-invalid') === 'true'}
          opciones={opciones}
          valor={lista.value}
          alElegir={(valor) => {
            if (valor === lista.value) return;
            lista.value = valor;
            lista.dispatchEvent(new Event('change', { bubbles: true }));
            this.#mostrar?.();
          }}
        />,
        raiz,
      );
    this.#mostrar();
    // Coming back to the page, the browser gives forms their old values only now.
    window.addEventListener('pageshow', this.#mostrar);
  }

  disconnectedCallback(): void {
    if (this.#mostrar) window.removeEventListener('pageshow', this.#mostrar);
  }
}

function leerOpciones(lista: HTMLSelectElement): OpcionDeLista[] {
  return Array.from(lista.options)
    .filter((opcion) => opcion.value !== '')
    .map((opcion) => {
      const grupo =
        opcion.parentElement instanceof HTMLOptGroupElement ? opcion.parentElement.label : undefined;
      return opcionDeLista(opcion.value, opcion.text, grupo, opcion.dataset.buscar);
    });
}
