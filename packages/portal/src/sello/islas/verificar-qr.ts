import { verificarDeclaracion } from '@autogestion/documentos/declaracion';
import { formatearNit } from '@autogestion/normas/nit';

/**
 * Checks, in the browser, the signed statement that the QR carries in the fragment of its address. It never
 * reaches the server. Without a fragment (the code was typed) there is nothing to check and nothing is shown.
 */
class VerificarQr extends HTMLElement {
  connectedCallback(): void {
    const token = decodeURIComponent(location.hash.slice(1));
    if (token.includes('.')) void this.comprobar(token);
  }

  private async comprobar(token: string): Promise<void> {
    const llaves = JSON.parse(this.dataset.llaves ?? '{"keys":[]}') as { keys: never[] };
    const r = await verificarDeclaracion(token, llaves);
    if (!r.valida) return this.decir(false, `${r.texto} No confíe en el documento que tiene el código.`);
    if (r.declaracion.id !== this.dataset.id) {
      return this.decir(
        false,
        'El código QR mezcla dos documentos distintos. No confíe en el documento que lo tiene.',
      );
    }
    const { nit, dv, nombre, estado } = r.declaracion;
    this.decir(
      true,
      `El código QR está firmado por la oficina y dice: NIT ${formatearNit(nit, dv)}, ${nombre}, ${estado}.`,
    );
  }

  private decir(bien: boolean, texto: string): void {
    const p = document.createElement('p');
    p.className = bien ? 'govuk-inset-text' : 'govuk-error-message';
    if (!bien) this.setAttribute('role', 'alert');
    p.textContent = texto;
    this.replaceChildren(p);
  }
}

customElements.define('ag-verificar-qr', VerificarQr);
