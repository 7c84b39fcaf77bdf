import { controlesDe, enviarPagina } from './campos.ts';

/** Enter goes to the next box, as in a spreadsheet, and sends only from the last one; with Ctrl it sends from any. */
export function moverseConEnter(formulario: HTMLFormElement): void {
  formulario.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' || e.isComposing || !(e.target instanceof HTMLInputElement)) return;
    if (e.ctrlKey || e.metaKey) {
      e.preventDefault();
      enviarPagina(formulario);
      return;
    }
    if (e.target.type === 'checkbox' || e.target.type === 'radio') return;
    const visibles = controlesDe(formulario).filter((c) => c.offsetParent !== null);
    const siguiente = visibles[visibles.indexOf(e.target) + 1];
    if (!siguiente) return;
    e.preventDefault();
    siguiente.focus();
    if (siguiente instanceof HTMLInputElement) siguiente.select();
  });
}
