import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/**
 * `<ag-llave>`: shows itself where the browser knows passkeys. Its form asks for a challenge, has the device answer it
 * and goes on its way with the answer in `respuesta`.
 */
class ElementoLlave extends HTMLElement {
  connectedCallback(): void {
    if (!browserSupportsWebAuthn()) return;
    this.hidden = false;
    this.querySelector('form')?.addEventListener('submit', (evento) => {
      const formulario = evento.currentTarget;
      if (!(formulario instanceof HTMLFormElement) || respuestaDe(formulario)?.value) return;
      evento.preventDefault();
      evento.stopPropagation();
      void this.pedir(formulario);
    });
  }

  private async pedir(formulario: HTMLFormElement): Promise<void> {
    const campo = respuestaDe(formulario);
    if (!campo) return;
    this.decir('Siga lo que le pide su dispositivo…');
    try {
      const opciones = await this.opciones(formulario);
      const respuesta =
        this.dataset.modo === 'alta'
          ? await startRegistration({ optionsJSON: opciones as PublicKeyCredentialCreationOptionsJSON })
          : await startAuthentication({ optionsJSON: opciones as PublicKeyCredentialRequestOptionsJSON });
      campo.value = JSON.stringify(respuesta);
    } catch {
      this.decir('No se usó ninguna llave de acceso. Intente otra vez, o use otra forma.');
      return;
    }
    this.decir('Comprobando…');
    formulario.submit();
  }

  /** Asking may open the visit's session: the form goes on with the token that belongs to it. */
  private async opciones(formulario: HTMLFormElement): Promise<unknown> {
    const csrf = formulario.querySelector<HTMLInputElement>('input[name="_csrf"]');
    const r = await fetch(this.dataset.opciones ?? '', {
      method: 'POST',
      body: new URLSearchParams({ _csrf: csrf?.value ?? '' }),
      credentials: 'same-origin',
    });
    if (!r.ok) throw new Error(String(r.status));
    const pedido = (await r.json()) as { opciones: unknown; csrf: string };
    if (csrf) csrf.value = pedido.csrf;
    return pedido.opciones;
  }

  private decir(texto: string): void {
    const estado = this.querySelector('[role="status"]');
    if (estado) estado.textContent = texto;
  }
}

const respuestaDe = (f: HTMLFormElement) => f.querySelector<HTMLInputElement>('input[name="respuesta"]');

customElements.define('ag-llave', ElementoLlave);
