type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const esControl = (e: Element): e is Control =>
  e instanceof HTMLInputElement || e instanceof HTMLSelectElement || e instanceof HTMLTextAreaElement;

/** What somebody may write in a form, in its order: not what it carries unseen. */
export const controlesDe = (formulario: HTMLFormElement): Control[] =>
  [...formulario.elements].filter(
    (e): e is Control => esControl(e) && e.type !== 'hidden' && e.name !== '' && !e.name.startsWith('_'),
  );

/** What each field says, by its name; empty where nothing is written, ticked nor chosen. */
export function loEscrito(formulario: HTMLFormElement): Map<string, string> {
  const escrito = new Map<string, string>();
  for (const c of controlesDe(formulario)) {
    const deMarcar = c instanceof HTMLInputElement && (c.type === 'checkbox' || c.type === 'radio');
    if (!deMarcar || c.checked) escrito.set(c.name, c.value.trim());
    else if (!escrito.has(c.name)) escrito.set(c.name, '');
  }
  return escrito;
}

export function escribir(formulario: HTMLFormElement, nombre: string, valor: string): void {
  for (const c of controlesDe(formulario).filter((suyo) => suyo.name === nombre)) {
    if (c instanceof HTMLInputElement && (c.type === 'checkbox' || c.type === 'radio'))
      c.checked = c.value === valor;
    else c.value = valor;
  }
}

export const oculto = (formulario: HTMLFormElement, nombre: string): HTMLInputElement | null =>
  formulario.querySelector<HTMLInputElement>(`input[type="hidden"][name="${nombre}"]`);

/** The name of the field in which one is. */
export const conElFoco = (): string | undefined =>
  document.activeElement && esControl(document.activeElement) ? document.activeElement.name : undefined;

/** Sends the page as a button of it would; the first, unless told. */
export function enviarPagina(
  formulario: HTMLFormElement,
  boton = formulario.querySelector<HTMLElement>('button[type="submit"]'),
): void {
  if (typeof formulario.requestSubmit === 'function') formulario.requestSubmit(boton);
  else boton?.click();
}
