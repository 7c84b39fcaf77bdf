/**
 * Guards what was typed against a network that went away. A form that posts first asks whether the office
 * answers; where it does not, the sending is held once and an alert says why. It is advice and no veto: what this
 * script sees of the network is a hint (a VPN makes `navigator.onLine` false on a connected computer, a filter stops
 * what is no page), so the second press sends. Otherwise the browser sends the form as ever, so downloads, redirects
 * and pages without script are untouched. The question costs one round trip, on the connection that the sending then
 * uses.
 */

import { avisarEn, quitarAviso } from './aviso.ts';

type Causa = 'sin-conexion' | 'sin-respuesta' | 'sesion-vencida';

const OTRA_VEZ = 'Si vuelve a oprimir el botón, lo enviamos de todas formas.';

const TEXTOS: Record<Causa, { titulo: string; texto: string; boton: string }> = {
  'sin-conexion': {
    titulo: 'Parece que no hay conexión a internet',
    texto: `No se envió nada. Lo que escribió sigue en esta página: no la cierre. Revise su conexión e intente otra vez. ${OTRA_VEZ}`,
    boton: 'Intentar otra vez',
  },
  'sin-respuesta': {
    titulo: 'El servidor no responde',
    texto: `No se envió nada. Lo que escribió sigue en esta página: no la cierre. Espere un momento e intente otra vez. ${OTRA_VEZ}`,
    boton: 'Intentar otra vez',
  },
  'sesion-vencida': {
    titulo: 'Su sesión venció',
    texto:
      'Lo que escribió sigue en esta página. Al continuar le pediremos entrar otra vez y le devolveremos lo que escribió.',
    boton: 'Entrar y continuar',
  },
};

const ESPERA_MS = 8_000;

type Enviador = HTMLButtonElement | HTMLInputElement | null;

const libres = new WeakSet<HTMLFormElement>();
const comprobando = new WeakSet<HTMLFormElement>();
/** Those that were held once. */
const advertidos = new WeakSet<HTMLFormElement>();

export function vigilarEnvios(): void {
  document.addEventListener('submit', (evento) => {
    const formulario = evento.target;
    if (evento.defaultPrevented || !(formulario instanceof HTMLFormElement)) return;
    if (formulario.getAttribute('method')?.toLowerCase() !== 'post' || libres.delete(formulario)) return;
    evento.preventDefault();
    void enviar(formulario, evento.submitter as Enviador);
  });
}

async function enviar(formulario: HTMLFormElement, enviador: Enviador): Promise<void> {
  if (advertidos.has(formulario)) {
    enviarDeVerdad(formulario, enviador);
    return;
  }
  if (comprobando.has(formulario)) return;
  comprobando.add(formulario);
  const causa = await causaDeFalla(document.body.dataset.comprobar ?? '/vivo');
  comprobando.delete(formulario);
  if (causa) avisar(formulario, enviador, causa);
  else enviarDeVerdad(formulario, enviador);
}

async function causaDeFalla(direccion: string): Promise<Causa | undefined> {
  // A browser that cannot ask sends.
  if (typeof fetch !== 'function' || typeof AbortController !== 'function') return undefined;
  const corte = new AbortController();
  const plazo = setTimeout(() => corte.abort(), ESPERA_MS);
  try {
    const { status } = await fetch(direccion, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'same-origin',
      signal: corte.signal,
    });
    if (status === 401) return 'sesion-vencida';
    return status >= 500 ? 'sin-respuesta' : undefined;
  } catch {
    return navigator.onLine ? 'sin-respuesta' : 'sin-conexion';
  } finally {
    clearTimeout(plazo);
  }
}

function enviarDeVerdad(formulario: HTMLFormElement, enviador: Enviador): void {
  quitarAviso(formulario);
  if (typeof formulario.requestSubmit === 'function') {
    libres.add(formulario);
    formulario.requestSubmit(enviador);
    libres.delete(formulario);
    return;
  }
  // Safari before 16: `submit` tells neither the button pressed nor its own address.
  if (enviador?.name) formulario.append(oculto(enviador.name, enviador.value));
  const accion = enviador?.getAttribute('formaction');
  if (accion) formulario.setAttribute('action', accion);
  HTMLFormElement.prototype.submit.call(formulario);
}

function oculto(nombre: string, valor: string): HTMLInputElement {
  const entrada = document.createElement('input');
  entrada.type = 'hidden';
  entrada.name = nombre;
  entrada.value = valor;
  return entrada;
}

function avisar(formulario: HTMLFormElement, enviador: Enviador, causa: Causa): void {
  advertidos.add(formulario);
  avisarEn(formulario, { ...TEXTOS[causa], alOprimir: () => enviarDeVerdad(formulario, enviador) });
}
