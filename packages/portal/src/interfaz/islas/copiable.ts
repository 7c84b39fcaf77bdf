/** Puts beside what is taken elsewhere the button that copies it. Without script, a touch selects it whole. */
export class ElementoCopiable extends HTMLElement {
  connectedCallback(): void {
    if (!('clipboard' in navigator) || this.querySelector('button')) return;
    const texto = this.textContent.trim();
    const boton = document.createElement('button');
    boton.type = 'button';
    boton.className = 'boton-enlace copiar';
    boton.textContent = 'Copiar';
    const dicho = document.createElement('span');
    dicho.className = 'govuk-visually-hidden';
    dicho.setAttribute('role', 'status');
    boton.addEventListener('click', () => {
      navigator.clipboard.writeText(texto).then(
        () => {
          boton.textContent = 'Copiado';
          dicho.textContent = `Se copió ${texto}`;
        },
        () => getSelection()?.selectAllChildren(this.firstElementChild ?? this),
      );
    });
    this.append(boton, dicho);
  }
}
