/**
 * Warns before the session of the page ends, and lengthens it (WCAG 2.2.1). The server says in `data-sesion` how many
 * seconds it has left if nobody uses it. Whoever is typing is using it: for them it is lengthened without a word.
 * Tabs tell each other through `localStorage`; where there is none, each warns for itself.
 */

/** House rule: time enough to finish a sentence and press a button. */
const AVISAR_ANTES_MS = 5 * 60_000;
const LLAVE = 'ag-sesion-hasta';

let hasta = 0;
let tecleo = false;
let reloj: number | undefined;
let aviso: HTMLElement | undefined;

export function vigilarSesion(): void {
  const segundos = Number(document.body.dataset.sesion);
  if (!(segundos > 0)) return;
  document.addEventListener('input', () => (tecleo = true));
  document.addEventListener('visibilitychange', mirar);
  anotar(segundos);
}

function anotar(segundos: number): void {
  hasta = Date.now() + segundos * 1000;
  try {
    localStorage.setItem(LLAVE, String(hasta));
  } catch {
    // Private browsing.
  }
  tecleo = false;
  quitar();
  mirar();
}

/** The latest that any tab was told. */
function hastaCuando(): number {
  try {
    const otra = Number(localStorage.getItem(LLAVE));
    // An hour is the most that a use lengthens: more is of another day.
    if (otra > hasta && otra - Date.now() < 3_700_000) hasta = otra;
  } catch {
    // Private browsing.
  }
  return hasta;
}

function mirar(): void {
  clearTimeout(reloj);
  const queda = hastaCuando() - Date.now();
  if (queda > AVISAR_ANTES_MS) {
    quitar();
    reloj = window.setTimeout(mirar, queda - AVISAR_ANTES_MS);
  } else if (queda <= 0) {
    avisar('Su sesión se cerró por seguridad', YA_SE_CERRO);
  } else if (tecleo) {
    void alargar();
  } else {
    avisar(`Su sesión se cierra ${enMinutos(queda)}`, POR_CERRAR);
    reloj = window.setTimeout(mirar, Math.min(queda, 60_000));
  }
}

const CONSERVA =
  'Lo que escribió sigue en esta página: al enviarlo le pediremos entrar otra vez y se lo devolveremos.';
const POR_CERRAR = 'Si quiere seguir en esta página, oprima el botón.';
const YA_SE_CERRO = CONSERVA;
const NO_SE_PUEDE = `Ya duró todo lo que puede durar y no se puede alargar más. ${CONSERVA}`;

const enMinutos = (ms: number): string => {
  const minutos = Math.ceil(ms / 60_000);
  return minutos === 1 ? 'en un minuto' : `en ${minutos} minutos`;
};

async function alargar(): Promise<void> {
  try {
    const respuesta = await fetch('/sesion', { credentials: 'same-origin', cache: 'no-store' });
    const { acabaEn } = (await respuesta.json()) as { acabaEn: number };
    if (acabaEn * 1000 > AVISAR_ANTES_MS) {
      anotar(acabaEn);
      return;
    }
    hasta = Date.now() + acabaEn * 1000;
    const cerrada = acabaEn <= 0;
    avisar(
      cerrada ? 'Su sesión se cerró por seguridad' : `Su sesión se cierra ${enMinutos(acabaEn * 1000)}`,
      cerrada ? YA_SE_CERRO : NO_SE_PUEDE,
    );
  } catch {
    avisar('No pudimos alargar su sesión', 'Parece que no hay conexión. Intente otra vez.');
  }
}

/** One notice at a time: what changes in it is announced, the focus stays where it is. */
function avisar(titulo: string, texto: string): void {
  if (!aviso) {
    aviso = document.createElement('div');
    aviso.className = 'fin-de-sesion';
    aviso.setAttribute('role', 'alert');
    document.body.append(aviso);
  }
  const [cabeza, parrafo] = [document.createElement('h2'), document.createElement('p')];
  cabeza.textContent = titulo;
  parrafo.textContent = texto;
  const sirve = texto !== YA_SE_CERRO && texto !== NO_SE_PUEDE;
  aviso.replaceChildren(
    cabeza,
    parrafo,
    sirve ? boton('Seguir aquí', () => void alargar()) : boton('Cerrar este aviso', quitar),
  );
}

function boton(texto: string, alOprimir: () => void): HTMLButtonElement {
  const b = document.createElement('button');
  b.type = 'button';
  b.className = 'govuk-button';
  b.textContent = texto;
  b.addEventListener('click', alOprimir);
  return b;
}

function quitar(): void {
  aviso?.remove();
  aviso = undefined;
}
