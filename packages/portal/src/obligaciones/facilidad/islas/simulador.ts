/**
 * `<form data-simulador="id">`: when something of it changes, asks for the page as its button would and takes the part of that
 * name. What cannot be read yet leaves the result there was: the button says what is wrong.
 */

const ESPERA_MS = 400;

function simular(formulario: HTMLFormElement, id: string): void {
  let reloj: number | undefined;
  let pedida: AbortController | undefined;

  async function traer(): Promise<void> {
    pedida?.abort();
    pedida = new AbortController();
    const datos = [...new FormData(formulario)].map(([c, v]) => [c, typeof v === 'string' ? v : '']);
    const respuesta = await fetch(`${formulario.action}?${new URLSearchParams(datos)}`, {
      credentials: 'same-origin',
      headers: { accept: 'text/html' },
      signal: pedida.signal,
    });
    if (!respuesta.ok || respuesta.redirected) return;
    const pagina = new DOMParser().parseFromString(await respuesta.text(), 'text/html');
    const [fresco, viejo] = [pagina.getElementById(id), document.getElementById(id)];
    if (fresco && viejo) viejo.innerHTML = fresco.innerHTML;
  }

  formulario.addEventListener('input', () => {
    clearTimeout(reloj);
    reloj = window.setTimeout(() => void traer().catch(() => undefined), ESPERA_MS);
  });
}

for (const formulario of document.querySelectorAll<HTMLFormElement>('form[data-simulador]'))
  simular(formulario, formulario.dataset.simulador ?? '');
