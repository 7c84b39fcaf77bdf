import { casillasDe, type Casilla } from '@autogestion/normas/formularios/motor';
import { claseDe } from '../clases/index.ts';
import type { ActoDePresentar } from '../presentar/index.ts';

type Dicho = string | number | undefined;

/** A box that one version says otherwise than the one that it corrects. */
export interface CasillaCambiada {
  casilla: Pick<Casilla, 'clave' | 'nombre' | 'clase'>;
  antes: Dicho;
  ahora: Dicho;
  /** In pesos; undefined where it is no amount. */
  cambio: bigint | undefined;
}

/** What changes from one version of a return to the next, box by box in the order of its form. */
export function diferenciasEntre(antes: ActoDePresentar, ahora: ActoDePresentar): CasillaCambiada[] {
  return casillasDe(claseDe(ahora.formulario).formulario).flatMap((casilla) => {
    const [a, b] = [antes.casillas[casilla.clave], ahora.casillas[casilla.clave]];
    if (a === b || DE_CADA_UNA.has(casilla.clave)) return [];
    const cambio = casilla.clase === 'pesos' ? pesos(b) - pesos(a) : undefined;
    return [{ casilla, antes: a, ahora: b, cambio }];
  });
}

/** Names of the annexes of which a version has other rows than the one that it corrects. */
export const anexosCambiados = (antes: ActoDePresentar, ahora: ActoDePresentar): string[] =>
  claseDe(ahora.formulario).formulario.anexos.flatMap(({ clave, nombre }) =>
    JSON.stringify(antes.anexos[clave] ?? []) === JSON.stringify(ahora.anexos[clave] ?? []) ? [] : [nombre],
  );

/** The number of each form, and which one it corrects: they are always others. */
const DE_CADA_UNA: ReadonlySet<string> = new Set(['4', '25', '26', 'numeroDeFormulario', 'reciboAnterior']);

const pesos = (v: Dicho): bigint => (typeof v === 'number' ? BigInt(v) : 0n);
