import { mostrarCondicionales } from './condicionales.ts';
import { iniciarComponentes } from './componentes.ts';

const ESPERA_MAXIMA_S = 30;

/**
 * `<ag-region id="…" data-recargar-cada="3">`: asks for the page again and takes its own part of it, until the
 * fresh copy no longer carries the attribute. Where the page moved on (a redirect), it follows.
 */
export class ElementoRegion extends HTMLElement {
  #reloj: number | undefined;
  #fallas = 0;

  connectedCallback(): void {
    this.#programar();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#reloj);
  }

  #programar(): void {
    clearTimeout(this.#reloj);
    const cada = Number(this.dataset.recargarCada);
    if (!(cada > 0)) return;
    // A server in trouble is asked ever more seldom.
    const espera = Math.min(cada * 2 ** this.#fallas, Math.max(cada, ESPERA_MAXIMA_S));
    this.#reloj = window.setTimeout(() => void this.#recargar(), espera * 1000);
  }

  async #recargar(): Promise<void> {
    try {
      if (!document.hidden) await this.#traer();
      this.#fallas = 0;
    } catch {
      this.#fallas += 1;
    }
    if (this.isConnected) this.#programar();
  }

  async #traer(): Promise<void> {
    const respuesta = await fetch(location.href, {
      credentials: 'same-origin',
      headers: { accept: 'text/html' },
    });
    if (!respuesta.ok) throw new Error(`La página respondió ${respuesta.status}`);
    if (respuesta.redirected) {
      location.assign(respuesta.url);
      return;
    }
    const pagina = new DOMParser().parseFromString(await respuesta.text(), 'text/html');
    const fresca = pagina.getElementById(this.id);
    if (!fresca) throw new Error(`La página ya no tiene la región ${this.id}`);
    const cada = fresca.dataset.recargarCada;
    if (cada === undefined) delete this.dataset.recargarCada;
    else this.dataset.recargarCada = cada;
    // The same content swapped in would be announced again.
    if (fresca.innerHTML === this.innerHTML) return;
    this.innerHTML = fresca.innerHTML;
    iniciarComponentes(this);
    mostrarCondicionales(this);
  }
}
