/**
 * Shows the fields under a radio while it is chosen. In the place of govuk-frontend's Radios, which sets
 * `aria-expanded` on the radio: ARIA does not allow it there, and the fields follow the radio anyway.
 */
export function mostrarCondicionales(ambito: ParentNode = document): void {
  for (const radio of ambito.querySelectorAll<HTMLInputElement>('input[type="radio"][data-revela]')) {
    const condicional = document.getElementById(radio.dataset.revela ?? '');
    condicional?.classList.toggle('govuk-radios__conditional--hidden', !radio.checked);
  }
}

export function vigilarCondicionales(): void {
  document.addEventListener('change', (evento) => {
    if (evento.target instanceof HTMLInputElement && evento.target.type === 'radio') mostrarCondicionales();
  });
  // Coming back to the page, the browser gives forms their old values only now.
  window.addEventListener('pageshow', () => mostrarCondicionales());
}
