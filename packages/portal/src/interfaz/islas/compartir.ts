/** The button of the device's own way of sharing, where there is one: what is beside it does the same without. */
export class ElementoCompartir extends HTMLElement {
  connectedCallback(): void {
    if (!('share' in navigator) || this.firstElementChild) return;
    const { titulo: title, direccion: url } = this.dataset;
    if (!title || !url) return;
    const boton = document.createElement('button');
    boton.type = 'button';
    boton.className = 'govuk-button govuk-button--secondary';
    boton.textContent = 'Compartir';
    // Who changes their mind closes it: that is no fault.
    boton.addEventListener('click', () => void navigator.share({ title, url }).catch(() => undefined));
    this.append(boton);
  }
}
