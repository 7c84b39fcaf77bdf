/**
 * Sends a file in parts, so that a network that fails, or a browser that is closed, loses one part and not the file. Where
 * it cannot, the form is sent as without script.
 */
const PARTE = 4 * 1024 * 1024;
const ESPERAS_S = [1, 2, 4, 8, 15, 30];

class Entrega extends HTMLElement {
  connectedCallback(): void {
    const { empezar, seguir } = this.dataset;
    if (empezar !== undefined) this.#alEnviar(empezar);
    else if (seguir !== undefined) this.#paraSeguir(seguir);
  }

  #alEnviar(empezar: string): void {
    const formulario = this.querySelector('form');
    formulario?.addEventListener('submit', (evento) => {
      // Held by who looks whether the office answers (`envio.ts`): it comes again.
      if (evento.defaultPrevented) return;
      const archivo = this.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
      if (!archivo || archivo.size === 0) return;
      evento.preventDefault();
      void this.#empezar(formulario, empezar, archivo);
    });
  }

  async #empezar(formulario: HTMLFormElement, empezar: string, archivo: File): Promise<void> {
    const cuerpo = new URLSearchParams({ nombre: archivo.name, bytes: String(archivo.size) });
    for (const [campo, valor] of new FormData(formulario)) {
      if (typeof valor === 'string') cuerpo.set(campo, valor);
    }
    const respuesta = await fetch(empezar, { method: 'POST', body: cuerpo }).catch(() => undefined);
    if (respuesta?.status !== 201) {
      formulario.submit();
      return;
    }
    const { en } = (await respuesta.json()) as { en: string };
    await this.#enviar(archivo, en, 0);
  }

  #paraSeguir(en: string): void {
    const { nombre = '', bytes = '0', recibidos = '0' } = this.dataset;
    const etiqueta = document.createElement('label');
    const campo = document.createElement('input');
    const queja = document.createElement('p');
    etiqueta.className = 'govuk-label';
    etiqueta.htmlFor = campo.id = 'mismo-archivo';
    etiqueta.textContent = `El mismo archivo: ${nombre}`;
    campo.type = 'file';
    campo.className = 'govuk-file-upload';
    queja.setAttribute('role', 'alert');
    campo.addEventListener('change', () => {
      const archivo = campo.files?.[0];
      if (!archivo) return;
      if (archivo.name === nombre && archivo.size === Number(bytes)) {
        etiqueta.remove();
        campo.remove();
        void this.#enviar(archivo, en, Number(recibidos));
      } else queja.textContent = 'Ese no es el mismo archivo: el nombre o el tamaño son otros.';
    });
    this.append(etiqueta, campo, queja);
  }

  async #enviar(archivo: File, en: string, desde: number): Promise<void> {
    const avance = this.#mostrarAvance(archivo.size);
    let [van, fallos] = [desde, 0];
    while (van < archivo.size) {
      avance.decir(van);
      const recibidos = await mandar(en, archivo, van);
      if (recibidos !== undefined) {
        [van, fallos] = [recibidos, 0];
        continue;
      }
      const espera = ESPERAS_S[fallos];
      if (espera === undefined) return avance.fallar(en);
      fallos += 1;
      await new Promise((listo) => setTimeout(listo, espera * 1_000));
      van = (await cuantosHay(en)) ?? van;
    }
    location.assign(en);
  }

  #mostrarAvance(total: number) {
    const [texto, barra] = [document.createElement('p'), document.createElement('progress')];
    const boton = this.querySelector('button');
    if (boton) boton.disabled = true;
    texto.setAttribute('role', 'status');
    barra.setAttribute('aria-label', 'Lo que se ha enviado del archivo');
    barra.max = total;
    this.append(texto, barra);
    let dichas = -1;
    return {
      decir(van: number): void {
        barra.value = van;
        // Said by quarters: a reader that speaks every step lets nobody think.
        const cuartos = Math.floor((van / total) * 4);
        if (cuartos === dichas) return;
        dichas = cuartos;
        texto.textContent = `Van ${enMb(van)} de ${enMb(total)} MB.`;
      },
      fallar(en: string): void {
        barra.remove();
        texto.setAttribute('role', 'alert');
        texto.textContent = 'Se cortó la conexión. Lo que llegó está guardado: ';
        const enlace = document.createElement('a');
        enlace.href = en;
        enlace.className = 'govuk-link';
        enlace.textContent = 'siga desde donde iba';
        texto.append(enlace, '.');
      },
    };
  }
}

/** Sends the next part. @returns how many bytes there are, or nothing when it did not arrive */
async function mandar(en: string, archivo: File, desde: number): Promise<number | undefined> {
  const cuerpo = new FormData();
  cuerpo.set('_csrf', document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '');
  cuerpo.set('desde', String(desde));
  cuerpo.set('parte', archivo.slice(desde, desde + PARTE), 'parte');
  const respuesta = await fetch(`${en}/parte`, { method: 'POST', body: cuerpo }).catch(() => undefined);
  if (respuesta?.status !== 200) return undefined;
  return ((await respuesta.json()) as { recibidos: number }).recibidos;
}

/** How many bytes the office has, as its page says. */
async function cuantosHay(en: string): Promise<number | undefined> {
  const respuesta = await fetch(en).catch(() => undefined);
  if (!respuesta?.ok) return undefined;
  const documento = new DOMParser().parseFromString(await respuesta.text(), 'text/html');
  const dicho = documento.querySelector<HTMLElement>('ag-entrega[data-seguir]');
  // It came whole, and its page is another one.
  return dicho ? Number(dicho.dataset.recibidos) : Number.MAX_SAFE_INTEGER;
}

const enMb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace('.', ',');

customElements.define('ag-entrega', Entrega);

export {};
