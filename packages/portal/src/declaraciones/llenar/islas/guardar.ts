import type { Guardado, Vivo } from '../vivo/lo-que-viaja.ts';
import { conElFoco, enviarPagina, escribir, loEscrito, oculto } from './campos.ts';
import { callarFallo, decirFallo, SE_REINTENTA, type Causa } from './fallo.ts';

const ESPERA_MS = 15_000;
const REINTENTA_MS = 5_000;
const REINTENTA_MAXIMO_MS = 30_000;

/**
 * Saves what was written, one sending at a time, through the address of the form itself. What another device changed
 * meanwhile is shown where nobody wrote here, and is a choice where somebody did.
 */
export class Guardador {
  readonly #formulario: HTMLFormElement;
  readonly #cada: Vivo['cada'];
  readonly #alGuardar: (g: Guardado) => void;
  /** What is kept, as far as this page knows. */
  readonly #guardado: Map<string, string>;
  /** What was refused and why: it is not sent again until it changes. */
  readonly #rechazado = new Map<string, { valor: string; mensaje: string }>();
  /** What is on its way, and what is done when it has arrived. */
  #enCamino: ReadonlyMap<string, string> | undefined;
  #alLlegar: (() => void)[] = [];
  #otraVez = false;
  #reloj: number | undefined;
  #fallas = 0;

  constructor(formulario: HTMLFormElement, { cada, valores }: Vivo, alGuardar: (g: Guardado) => void) {
    this.#formulario = formulario;
    this.#cada = cada;
    this.#alGuardar = alGuardar;
    this.#guardado = loEscrito(formulario);
    for (const [nombre, valor] of Object.entries(valores ?? {}))
      if (this.#guardado.has(nombre)) this.#guardado.set(nombre, unTexto(valor));
  }

  /** What was written and is not kept, nor was refused as it is. */
  cambiados(): Map<string, string> {
    return new Map([...this.#distintos()].filter(([n, v]) => this.#rechazado.get(n)?.valor !== v));
  }

  /** What was refused and still says the same. */
  rechazados(): Record<string, string> {
    const escrito = loEscrito(this.#formulario);
    return Object.fromEntries(
      [...this.#rechazado].flatMap(([n, r]) => (escrito.get(n) === r.valor ? [[n, r.mensaje]] : [])),
    );
  }

  async guardar(): Promise<void> {
    if (this.#enCamino) {
      this.#otraVez = true;
      return;
    }
    const van = this.cambiados();
    if (van.size === 0) return;
    clearTimeout(this.#reloj);
    this.#enCamino = van;
    const r = await this.#enviar(this.#cada === 'campo' ? van : loEscrito(this.#formulario));
    this.#enCamino = undefined;
    if (typeof r === 'string') this.#fallar(r);
    else this.#recibir(r, van);
    if (this.#otraVez) {
      this.#otraVez = false;
      await this.guardar();
    }
    for (const hacer of this.#alLlegar.splice(0)) hacer();
  }

  /**
   * Leaves something for when what is on its way has arrived, if it says something else by now: the whole page, sent
   * before it, would look like another device's.
   * @returns whether it was left
   */
  esperar(hacer: () => void): boolean {
    const escrito = loEscrito(this.#formulario);
    if (![...(this.#enCamino ?? [])].some(([n, v]) => escrito.get(n) !== v)) return false;
    this.#alLlegar.push(hacer);
    return true;
  }

  #distintos(): Map<string, string> {
    return new Map([...loEscrito(this.#formulario)].filter(([n, v]) => v !== (this.#guardado.get(n) ?? '')));
  }

  async #enviar(campos: ReadonlyMap<string, string>): Promise<Guardado | Causa> {
    const cuerpo = new URLSearchParams([...campos]);
    for (const nombre of ['_csrf', '_revision', '_fila']) {
      const suyo = oculto(this.#formulario, nombre);
      if (suyo) cuerpo.set(nombre, suyo.value);
    }
    const corte = new AbortController();
    const plazo = setTimeout(() => corte.abort(), ESPERA_MS);
    try {
      const r = await fetch(this.#formulario.action, {
        method: 'POST',
        body: cuerpo,
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
        // Whoever leaves the page saves what they had just written.
        keepalive: true,
        redirect: 'manual',
        signal: corte.signal,
      });
      if (r.type === 'opaqueredirect') return 'sesion-vencida';
      if (r.status >= 500) return 'sin-respuesta';
      if (!(r.headers.get('content-type') ?? '').startsWith('application/json')) return 'no-se-pudo';
      const guardado = (await r.json()) as Guardado;
      if (r.ok) return guardado;
      if (r.status !== 409) return 'no-se-pudo';
      this.#ponerLoGuardado(guardado, new Map());
      return 'otro-aparato';
    } catch {
      return navigator.onLine ? 'sin-respuesta' : 'sin-conexion';
    } finally {
      clearTimeout(plazo);
    }
  }

  #recibir(g: Guardado, enviados: ReadonlyMap<string, string>): void {
    this.#fallas = 0;
    callarFallo(this.#formulario);
    for (const [nombre, valor] of enviados) {
      const mensaje = g.rechazados[nombre];
      if (mensaje === undefined) this.#rechazado.delete(nombre);
      else this.#rechazado.set(nombre, { valor, mensaje });
    }
    if (g.accion !== undefined) this.#formulario.action = g.accion;
    if (this.#cada === 'formulario' && Object.keys(g.rechazados).length === 0)
      for (const [n, v] of enviados) this.#guardado.set(n, v);
    const revision = oculto(this.#formulario, '_revision');
    if (this.#ponerLoGuardado(g, enviados) && revision) revision.value = String(g.revision);
    this.#alGuardar(g);
  }

  /** @returns whether the page may be told to be of that revision: nothing written here stands against what is kept */
  #ponerLoGuardado(g: Guardado, enviados: ReadonlyMap<string, string>): boolean {
    let alDia = true;
    const escrito = loEscrito(this.#formulario);
    for (const [nombre, valor] of Object.entries(g.valores)) {
      const [nuevo, antes, aqui] = [unTexto(valor), this.#guardado.get(nombre), escrito.get(nombre)];
      if (antes === undefined || aqui === undefined || nuevo === antes) continue;
      const mio = enviados.get(nombre);
      if (aqui === antes || aqui === mio) {
        const enElla = conElFoco() === nombre && aqui === mio;
        if (!enElla) escribir(this.#formulario, nombre, nuevo);
        this.#guardado.set(nombre, enElla ? aqui : nuevo);
      } else if (mio !== undefined) this.#guardado.set(nombre, nuevo);
      else alDia = false;
    }
    return alDia;
  }

  #fallar(causa: Causa): void {
    decirFallo(this.#formulario, causa, () =>
      SE_REINTENTA.has(causa) ? void this.guardar() : enviarPagina(this.#formulario),
    );
    if (!SE_REINTENTA.has(causa)) return;
    const espera = Math.min(REINTENTA_MS * 2 ** this.#fallas++, REINTENTA_MAXIMO_MS);
    this.#reloj = window.setTimeout(() => void this.guardar(), espera);
  }
}

const unTexto = (v: string | readonly string[] | undefined): string =>
  (typeof v === 'string' ? v : (v?.[0] ?? '')).trim();
