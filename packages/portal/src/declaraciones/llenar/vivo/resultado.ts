import { formatearPesos } from '@autogestion/normas/dinero';

/** What a return comes to, in pesos: of a form with several taxes both may be more than zero. */
export interface Saldo {
  porPagar: bigint;
  aFavor: bigint;
}

export interface FilaDeResultado {
  rotulo: string;
  pesos: bigint;
  /** What it all comes to. */
  total?: true;
}

/** What is to be paid, and what is in favour where there is something. */
export function enFilas({ porPagar, aFavor }: Saldo): FilaDeResultado[] {
  const pagar: FilaDeResultado = { rotulo: 'Por pagar', pesos: porPagar, total: true };
  if (aFavor === 0n) return [pagar];
  const favor: FilaDeResultado = { rotulo: 'Saldo a favor', pesos: aFavor, total: true };
  return porPagar > 0n ? [pagar, favor] : [favor];
}

/** What it comes to, as a sentence begins: «Por pagar $ 1.200.000». */
export const enPalabras = (saldo: Saldo): string =>
  enFilas(saldo)
    .map(({ rotulo, pesos }) => `${rotulo} ${formatearPesos(pesos)}`)
    .join('. ');

/** What the last answer changed: «Con esto su saldo a favor sube $ 12.000.» */
export function loQueCambio(antes: Saldo, ahora: Saldo): string {
  const [porPagar, aFavor] = [ahora.porPagar - antes.porPagar, ahora.aFavor - antes.aFavor];
  if (porPagar === 0n && aFavor === 0n) return 'Con esto no cambia el resultado.';
  if (antes.aFavor > 0n && antes.porPagar === 0n && ahora.aFavor === 0n)
    return `Con esto pasa de ${formatearPesos(antes.aFavor)} a favor a ${formatearPesos(ahora.porPagar)} por pagar.`;
  if (antes.porPagar > 0n && antes.aFavor === 0n && ahora.porPagar === 0n && ahora.aFavor > 0n)
    return `Con esto pasa de ${formatearPesos(antes.porPagar)} por pagar a ${formatearPesos(ahora.aFavor)} a favor.`;
  const partes = [moverse('lo que debe pagar', porPagar), moverse('su saldo a favor', aFavor)];
  return `Con esto ${partes.filter((p) => p !== '').join(' y ')}.`;
}

function moverse(que: string, cuanto: bigint): string {
  if (cuanto === 0n) return '';
  return cuanto > 0n ? `${que} sube ${formatearPesos(cuanto)}` : `${que} baja ${formatearPesos(-cuanto)}`;
}
