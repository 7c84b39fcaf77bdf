/**
 * `<ag-calculo data-a="…" data-de="asi-queda">`: while its fields are written, asks the server for the page that they give
 * and takes the part of that name. Without script a button of the form asks for the same.
 */

const PAUSA_MS = 500;

class ElementoCalculo extends HTMLElement {
  #reloj: number | undefined;
  #pedido: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('input', () => {
      clearTimeout(this.#reloj);
      this.#reloj = window.setTimeout(() => void this.#calcular(), PAUSA_MS);
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.#reloj);
    this.#pedido?.abort();
  }

  async #calcular(): Promise<void> {
    const formulario = this.closest('form');
    const { a, de } = this.dataset;
    if (!formulario || a === undefined || de === undefined) return;
    this.#pedido?.abort();
    this.#pedido = new AbortController();
    const escrito = new URLSearchParams();
    for (const [nombre, valor] of new FormData(formulario))
      if (typeof valor === 'string') escrito.append(nombre, valor);
    try {
      const respuesta = await fetch(a, {
        method: 'POST',
        body: escrito,
        credentials: 'same-origin',
        signal: this.#pedido.signal,
      });
      const pagina = new DOMParser().parseFromString(await respuesta.text(), 'text/html');
      const fresca = pagina.getElementById(de);
      const aqui = document.getElementById(de);
      if (fresca && aqui && fresca.innerHTML !== aqui.innerHTML) aqui.innerHTML = fresca.innerHTML;
    } catch {
      // Without network the figures stay as they were, and the button of the form says what happens.
    }
  }
}

customElements.define('ag-calculo', ElementoCalculo);
