import type { ComoQueda } from '../vivo/como-queda.ts';
import {
  deTexto,
  saldoDeTexto,
  type DatosDeFormulario,
  type Guardado,
  type Vivo,
} from '../vivo/lo-que-viaja.ts';
import { loQueCambio } from '../vivo/resultado.ts';
import { enviarPagina, loEscrito } from './campos.ts';
import { Guardador } from './guardar.ts';
import type { Motor } from './motor.ts';
import { pintar, pintarErrores } from './pintar.ts';
import { moverseConEnter } from './teclado.ts';

/**
 * `<ag-llenar data-vivo="…">` in the form of a draft: what is answered is saved as it is answered, and the result and the
 * computed boxes follow what is typed. They are computed here where the form can be (`motor.ts`), and always by the
 * office when it saves: what it says stands.
 */
class ElementoLlenar extends HTMLElement {
  #motor: Motor | undefined;
  #datos: DatosDeFormulario | undefined;
  #saldo: ComoQueda['saldo'] = { porPagar: 0n, aFavor: 0n };
  #guardador: Guardador | undefined;

  connectedCallback(): void {
    const formulario = this.closest('form');
    if (!formulario || this.#guardador) return;
    const vivo = JSON.parse(this.dataset.vivo ?? '') as Vivo;
    this.#datos = vivo.datos;
    this.#saldo = saldoDeTexto(vivo.saldo);
    const guardador = new Guardador(formulario, vivo, (g) => this.#alGuardar(g));
    this.#guardador = guardador;
    this.hidden = false;
    document.documentElement.classList.add('se-llena');
    moverseConEnter(formulario);

    let enviado = false;
    formulario.addEventListener('submit', (e) => {
      enviado = !guardador.esperar(() => enviarPagina(formulario, e.submitter));
      if (!enviado) e.preventDefault();
    });
    formulario.addEventListener('focusin', () => void this.#abrirMotor(), { once: true });
    formulario.addEventListener('input', (e) => this.#alEscribir(formulario, e.target));
    formulario.addEventListener('change', () => void guardador.guardar());
    window.addEventListener('online', () => void guardador.guardar());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void guardador.guardar();
    });
    window.addEventListener('beforeunload', (e) => {
      if (formulario.dataset.fallo !== undefined && guardador.cambiados().size > 0 && !enviado)
        e.preventDefault();
    });
    // What was typed before the session ended came back, and is not kept yet.
    if (vivo.valores) void guardador.guardar();
  }

  /** It is asked for when somebody begins to write: who only looks does not download it. */
  async #abrirMotor(): Promise<void> {
    const datos = this.#datos;
    this.#motor = undefined;
    if (!datos || typeof BigInt !== 'function') return;
    try {
      const { abrirMotor } = await import('./motor.ts');
      if (datos !== this.#datos) return;
      this.#motor = abrirMotor(datos, estaEnLaPagina);
      const escritos = this.#guardador?.cambiados() ?? new Map<string, string>();
      for (const [campo, texto] of escritos) this.#motor?.escribir(campo, texto);
      if (this.#motor && escritos.size > 0) pintar(this, this.#motor.queda());
    } catch {
      // Without it the office says how it goes, at each answer.
    }
  }

  #alEscribir(formulario: HTMLFormElement, donde: EventTarget | null): void {
    const nombre = (donde as { name?: unknown } | null)?.name;
    if (!this.#motor || typeof nombre !== 'string') return;
    this.#motor.escribir(nombre, loEscrito(formulario).get(nombre) ?? '');
    pintar(this, this.#motor.queda());
  }

  #alGuardar(g: Guardado): void {
    const formulario = this.closest('form');
    const guardador = this.#guardador;
    if (!formulario || !guardador) return;
    const queda = deTexto(g.queda);
    const malos = guardador.rechazados();
    this.#decir(
      Object.keys(g.rechazados).length > 0
        ? 'Sin guardar: revise lo que está marcado.'
        : `${loQueCambio(this.#saldo, queda.saldo)} Guardado ${aLas(g.guardado)}`,
    );
    this.#saldo = queda.saldo;
    pintarErrores(loEscrito(formulario).keys(), { ...g.errores, ...malos });
    pintar(this, queda);
    this.#datos = g.datos;
    if (this.#motor) void this.#abrirMotor();
  }

  #decir(que: string): void {
    const dicho = this.querySelector('.en-vivo__dicho');
    if (dicho) dicho.textContent = que;
  }
}

const aLas = (hora: string): string => (hora.startsWith('1:') ? `a la ${hora}` : `a las ${hora}`);

const estaEnLaPagina = (clave: string): boolean => document.getElementById(`campo-casilla-${clave}`) !== null;

customElements.define('ag-llenar', ElementoLlenar);
