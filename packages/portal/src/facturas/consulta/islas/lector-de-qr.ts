/**
 * Reads the QR of an invoice with the camera. Where the browser reads codes by itself (`BarcodeDetector`) nothing leaves
 * the phone but what was read; elsewhere a small picture of what the camera sees is sent each second, for half a minute.
 * Nothing is opened: what was read goes into the form of the page, which says what it is.
 */
interface Detector {
  detect(fuente: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector:
  ((new (o: { formats: string[] }) => Detector) & { getSupportedFormats(): Promise<string[]> }) | undefined;

const ANCHO = 960;
const CUADROS = 30;
const CADA_MS = 1_000;

class LectorDeQr extends HTMLElement {
  private video: HTMLVideoElement | undefined;
  private readonly dicho = document.createElement('p');
  private readonly boton = document.createElement('button');

  connectedCallback(): void {
    if (!('mediaDevices' in navigator)) return;
    const titulo = document.createElement('h2');
    titulo.className = 'govuk-heading-m';
    titulo.textContent = 'Con la cámara';
    this.boton.type = 'button';
    this.boton.className = 'govuk-button';
    this.boton.textContent = 'Abrir la cámara';
    this.boton.addEventListener('click', () => void (this.video ? this.cerrar() : this.abrir()));
    this.dicho.className = 'govuk-body';
    this.dicho.setAttribute('role', 'status');
    this.append(titulo, this.dicho, this.boton);
  }

  disconnectedCallback(): void {
    this.cerrar();
  }

  private async abrir(): Promise<void> {
    this.decir('Permita usar la cámara y apunte al código QR de la factura.');
    try {
      const flujo = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      });
      const video = document.createElement('video');
      video.className = 'lector__video';
      video.muted = true;
      video.playsInline = true;
      video.setAttribute('aria-label', 'Lo que ve la cámara');
      video.srcObject = flujo;
      this.video = video;
      this.insertBefore(video, this.boton);
      this.boton.textContent = 'Cerrar la cámara';
      await video.play();
      await this.buscar(video, await detector());
    } catch {
      this.cerrar();
      this.decir('No se pudo usar la cámara. Use una foto del código, o escriba el CUFE.', true);
    }
  }

  private async buscar(video: HTMLVideoElement, suyo: Detector | undefined): Promise<void> {
    for (let cuadro = 0; cuadro < CUADROS && this.video === video; cuadro++) {
      const textos = suyo ? (await suyo.detect(video)).map((c) => c.rawValue) : await this.enLaOficina(video);
      const [texto] = textos;
      if (texto !== undefined && this.video === video) return this.consultar(texto);
      await new Promise((listo) => setTimeout(listo, suyo ? CADA_MS / 4 : CADA_MS));
    }
    if (this.video !== video) return;
    this.cerrar();
    this.decir('No encontramos el código. Acérquese más, con buena luz, y abra la cámara otra vez.', true);
  }

  /** A picture of what the camera sees, read by the office and kept by nobody. */
  private async enLaOficina(video: HTMLVideoElement): Promise<string[]> {
    if (video.videoWidth === 0) return [];
    const lienzo = document.createElement('canvas');
    const escala = Math.min(1, ANCHO / video.videoWidth);
    lienzo.width = Math.round(video.videoWidth * escala);
    lienzo.height = Math.round(video.videoHeight * escala);
    lienzo.getContext('2d')?.drawImage(video, 0, 0, lienzo.width, lienzo.height);
    const cuadro = await new Promise<Blob | null>((listo) => lienzo.toBlob(listo, 'image/jpeg', 0.8));
    if (!cuadro) return [];
    const cuerpo = new FormData();
    cuerpo.append('imagen', cuadro, 'cuadro.jpg');
    const r = await fetch(this.dataset.leer ?? '', { method: 'POST', body: cuerpo });
    if (!r.ok) return [];
    return ((await r.json()) as { textos: string[] }).textos;
  }

  private consultar(texto: string): void {
    this.cerrar();
    const campo = document.querySelector<HTMLTextAreaElement>('textarea[name="codigo"]');
    if (!campo?.form) return;
    this.decir('Código leído. Lo estamos consultando.');
    campo.value = texto;
    campo.form.requestSubmit();
  }

  private cerrar(): void {
    const flujo = this.video?.srcObject;
    if (flujo instanceof MediaStream) for (const pista of flujo.getTracks()) pista.stop();
    this.video?.remove();
    this.video = undefined;
    this.boton.textContent = 'Abrir la cámara';
    this.decir('');
  }

  private decir(texto: string, mal = false): void {
    this.dicho.className = mal ? 'govuk-error-message' : 'govuk-body';
    this.dicho.textContent = texto;
  }
}

async function detector(): Promise<Detector | undefined> {
  if (typeof BarcodeDetector === 'undefined') return undefined;
  const formatos = await BarcodeDetector.getSupportedFormats().catch(() => [] as string[]);
  return formatos.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined;
}

customElements.define('ag-lector-de-qr', LectorDeQr);
