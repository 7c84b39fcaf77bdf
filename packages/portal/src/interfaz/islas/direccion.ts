import { direccionLeida } from '../direccion-leida.ts';

/** A pause long enough for a screen reader not to speak at each key. */
const PAUSA_MS = 400;

/** `<ag-direccion data-de="…">`: says, under a box, how the address that is being written is understood. */
export class ElementoDireccion extends HTMLElement {
  connectedCallback(): void {
    const caja = document.getElementById(this.dataset.de ?? '');
    if (!(caja instanceof HTMLInputElement)) return;
    let reloj: number | undefined;
    caja.addEventListener('input', () => {
      clearTimeout(reloj);
      reloj = window.setTimeout(() => (this.textContent = direccionLeida(caja.value)), PAUSA_MS);
    });
    if (caja.value !== '') this.textContent = direccionLeida(caja.value);
  }
}
