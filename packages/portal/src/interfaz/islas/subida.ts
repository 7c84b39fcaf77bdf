/**
 * On a page that asks for it, the sending of a form with files says how much has gone. What the office answers is followed
 * as the browser would: another address is gone to, a page with what to correct takes the place of this one. When the
 * network fails nothing was done, what was chosen is still there, and it is said.
 */
document.addEventListener('submit', (evento) => {
  const formulario = evento.target;
  // Held by who looks whether the office answers (`envio.ts`): it comes again.
  if (evento.defaultPrevented || !(formulario instanceof HTMLFormElement)) return;
  if (formulario.enctype !== 'multipart/form-data') return;
  evento.preventDefault();
  enviar(formulario);
});

function enviar(formulario: HTMLFormElement): void {
  formulario.querySelector('.subida')?.remove();
  const avance = mostrarAvance(formulario);
  const peticion = new XMLHttpRequest();
  peticion.upload.addEventListener('progress', (e) => {
    if (e.lengthComputable) avance.decir(e.loaded, e.total);
  });
  for (const fallo of ['error', 'abort'] as const) peticion.addEventListener(fallo, () => avance.fallar());
  peticion.addEventListener('load', () => {
    // A redirect was followed: the page is asked for again, so that its address and the way back are the browser's own.
    if (peticion.responseURL !== formulario.action) location.assign(peticion.responseURL);
    else enSuLugar(peticion.responseText);
  });
  peticion.open('POST', formulario.action);
  peticion.send(new FormData(formulario));
}

function enSuLugar(html: string): void {
  document.open();
  document.write(html);
  document.close();
}

const MB = 1024 * 1024;
const enMb = (bytes: number): string => (bytes / MB).toFixed(1).replace('.', ',');

function mostrarAvance(formulario: HTMLFormElement) {
  const [caja, texto, barra] = [
    document.createElement('div'),
    document.createElement('p'),
    document.createElement('progress'),
  ];
  caja.className = 'subida';
  texto.setAttribute('role', 'status');
  texto.textContent = 'Enviando el archivo. No cierre esta página.';
  barra.setAttribute('aria-label', 'Lo que se ha enviado del archivo');
  caja.append(texto, barra);
  formulario.append(caja);
  const botones = [...formulario.querySelectorAll('button')];
  for (const b of botones) b.disabled = true;
  let dichas = 0;
  return {
    decir(van: number, total: number): void {
      barra.max = total;
      barra.value = van;
      // Said by quarters: a reader that speaks every step lets nobody think.
      const cuartos = Math.floor((van / total) * 4);
      if (cuartos === dichas) return;
      dichas = cuartos;
      texto.textContent =
        van < total
          ? `Van ${enMb(van)} de ${enMb(total)} MB.`
          : 'El archivo llegó entero. Lo estamos revisando: no cierre esta página.';
    },
    fallar(): void {
      barra.remove();
      texto.setAttribute('role', 'alert');
      texto.textContent =
        'No se pudo enviar, y no se cargó nada: se cortó la conexión, o el archivo pesa más de lo permitido. Revise y oprima el botón otra vez.';
      for (const b of botones) b.disabled = false;
    },
  };
}
