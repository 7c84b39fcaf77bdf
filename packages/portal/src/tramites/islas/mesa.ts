/**
 * The desk with the keyboard: one letter goes along the rows, takes, goes to deciding, searches. Everything is a link or
 * a button of the page, so that without script nothing is missing. Letters alone can be turned off (WCAG 2.1.4).
 */

const APAGADAS = 'teclas-de-la-mesa';

const apagadas = (): boolean => {
  try {
    return localStorage.getItem(APAGADAS) === 'apagadas';
  } catch {
    return false;
  }
};

/** In a field a letter is a letter. */
const escribe = (en: EventTarget | null): boolean =>
  en instanceof HTMLElement &&
  (en.isContentEditable || en.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'));

const conTecla = (tecla: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(
    `[data-tecla="${tecla}"] :is(a, button), [data-tecla="${tecla}"]:is(a, button)`,
  );

function andar(pasos: 1 | -1): void {
  const enlaces = [...document.querySelectorAll<HTMLElement>('[data-renglon] a')];
  const aqui = enlaces.findIndex((a) => a.closest('[data-renglon]')?.contains(document.activeElement));
  const siguiente = aqui < 0 ? 0 : Math.min(Math.max(aqui + pasos, 0), enlaces.length - 1);
  enlaces[siguiente]?.focus();
}

const OBRAS: Readonly<Record<string, () => void>> = {
  j: () => andar(1),
  k: () => andar(-1),
  t: () => conTecla('t')?.click(),
  // Deciding binds the office: the letter only goes there.
  a: () => conTecla('a')?.focus(),
  '/': () => document.getElementById('buscar-en-mesa')?.focus(),
  '?': () => document.querySelector<HTMLAnchorElement>('.barra-de-mesa__teclas')?.click(),
};

document.addEventListener('keydown', (e) => {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
  const obra = OBRAS[e.key];
  if (!obra || escribe(e.target) || apagadas()) return;
  e.preventDefault();
  obra();
});

/** On the page that explains the letters: whether they are on, and the button that changes it. */
for (const interruptor of document.querySelectorAll<HTMLElement>('[data-interruptor-de-teclas]')) {
  const [dice, boton] = [interruptor.querySelector('p'), interruptor.querySelector('button')];
  const mostrar = () => {
    if (dice)
      dice.textContent = apagadas()
        ? 'Las teclas están apagadas en este navegador.'
        : 'Las teclas están encendidas.';
    if (boton) boton.textContent = apagadas() ? 'Encender las teclas' : 'Apagar las teclas';
  };
  boton?.addEventListener('click', () => {
    if (apagadas()) localStorage.removeItem(APAGADAS);
    else localStorage.setItem(APAGADAS, 'apagadas');
    mostrar();
  });
  mostrar();
  interruptor.hidden = false;
}
