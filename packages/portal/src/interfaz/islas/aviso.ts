/** Puts before a form what went wrong with it, with a button that does something about it, and takes the focus there. */
export function avisarEn(
  formulario: HTMLFormElement,
  o: { titulo: string; texto: string; boton: string; alOprimir: () => void },
): void {
  quitarAviso(formulario);
  const aviso = document.createElement('div');
  aviso.className = 'envio-fallido';
  aviso.tabIndex = -1;
  aviso.setAttribute('role', 'alert');
  const [cabeza, parrafo, otraVez] = [
    document.createElement('h2'),
    document.createElement('p'),
    document.createElement('button'),
  ];
  cabeza.textContent = o.titulo;
  parrafo.textContent = o.texto;
  otraVez.textContent = o.boton;
  otraVez.type = 'button';
  otraVez.className = 'govuk-button';
  otraVez.addEventListener('click', o.alOprimir);
  aviso.append(cabeza, parrafo, otraVez);
  formulario.insertBefore(aviso, formulario.firstChild);
  aviso.focus();
}

export function quitarAviso(formulario: HTMLFormElement): void {
  formulario.querySelector(':scope > .envio-fallido')?.remove();
}
