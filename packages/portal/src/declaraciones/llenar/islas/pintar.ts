import { formatearPesos } from '@autogestion/normas/dinero';
import type { ComoQueda } from '../vivo/como-queda.ts';
import { enPalabras } from '../vivo/resultado.ts';

/** Puts in the page how the return stands: what it comes to, and the computed boxes that are on it. */
export function pintar(barra: Element, queda: ComoQueda): void {
  escribirEn(barra.querySelector('.en-vivo__saldo'), enPalabras(queda.saldo));
  pintarFilas(queda.filas);
  for (const [clave, { valor, frase }] of Object.entries(queda.calculadas)) {
    const casilla = document.getElementById(`campo-casilla-${clave}`);
    if (!casilla) continue;
    escribirEn(casilla, valor === '' ? (casilla.dataset.vacio ?? '') : valor);
    escribirEn(document.getElementById(`${casilla.id}-de-donde-sale`), frase);
  }
}

/** What is the same is left alone: the page is not laid out again for it. */
function escribirEn(donde: Element | null, texto: string): void {
  if (donde && donde.textContent !== texto) donde.textContent = texto;
}

function pintarFilas(filas: ComoQueda['filas']): void {
  const viejas = [...document.querySelectorAll('[data-en-vivo]')];
  const [primera] = viejas;
  if (!primera?.parentElement) return;
  const dichas = filas.map(({ rotulo, pesos }) => `${rotulo}${formatearPesos(pesos)}`);
  if (viejas.map((v) => v.textContent).join('|') === dichas.join('|')) return;
  primera.before(...filas.map(filaDe));
  for (const vieja of viejas) vieja.remove();
}

function filaDe({ rotulo, pesos, total }: ComoQueda['filas'][number]): HTMLElement {
  const [fila, dt, dd] = ['div', 'dt', 'dd'].map((e) => document.createElement(e)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  fila.setAttribute('data-en-vivo', '');
  const monto = document.createElement('data');
  monto.className = 'monto';
  monto.value = String(pesos);
  monto.textContent = formatearPesos(pesos);
  dt.append(total ? fuerte(rotulo) : rotulo);
  dd.append(total ? fuerte(monto) : monto);
  fila.append(dt, dd);
  return fila;
}

function fuerte(que: string | Node): HTMLElement {
  const strong = document.createElement('strong');
  strong.append(que);
  return strong;
}

/** Each message beside its field, and none beside what is right now. */
export function pintarErrores(
  campos: Iterable<string>,
  errores: Readonly<Record<string, string | undefined>>,
): void {
  for (const nombre of campos) pintarError(nombre, errores[nombre]);
}

function pintarError(nombre: string, mensaje: string | undefined): void {
  const control = document.getElementById(`campo-${nombre.replace(/[^\w-]/g, '-')}`);
  const grupo = control?.closest('.govuk-form-group');
  if (!control || !grupo) return;
  const id = `${control.id}-error`;
  const puesto = document.getElementById(id);
  if ((puesto?.lastChild?.textContent ?? '').trim() === (mensaje ?? '')) return;
  puesto?.remove();
  grupo.classList.toggle('govuk-form-group--error', mensaje !== undefined);
  if (control instanceof HTMLInputElement && control.type !== 'checkbox')
    control.classList.toggle('govuk-input--error', mensaje !== undefined);
  const describen = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((d) => d && d !== id);
  if (mensaje === undefined) control.removeAttribute('aria-invalid');
  else {
    control.setAttribute('aria-invalid', 'true');
    const error = document.createElement('p');
    error.className = 'govuk-error-message';
    error.id = id;
    const antes = document.createElement('span');
    antes.className = 'govuk-visually-hidden';
    antes.textContent = 'Error:';
    error.append(antes, ` ${mensaje}`);
    const parte = [...grupo.children].find((hijo) => hijo.contains(control));
    grupo.insertBefore(error, parte ?? null);
    describen.push(id);
  }
  if (describen.length > 0) control.setAttribute('aria-describedby', describen.join(' '));
  else control.removeAttribute('aria-describedby');
}
