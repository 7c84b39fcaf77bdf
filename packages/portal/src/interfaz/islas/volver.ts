/**
 * Back never asks whether to send a form again: a page that answered a sending (with what was wrong, or what was found)
 * takes the place of its own address, which the browser then asks for as any other.
 */
export function olvidarElEnvio(): void {
  if (document.body.dataset.respondeA === 'POST') history.replaceState(null, '', location.href);
}
