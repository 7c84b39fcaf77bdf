import { alMil, formatearPesos } from '../../../dinero/index.ts';
import type { Explicacion } from '../../../explicacion/index.ts';
import { planDe } from '../../motor/index.ts';
import type { Ajustes, Plan } from '../../motor/index.ts';
import { FORMULARIO_210 } from '../formulario.ts';

/** What a person knows, turned into what a box takes. */
export interface Ayuda {
  /** Whole pesos (thousands, unless the rounding is off); a count in `138`. */
  valor: bigint;
  explicacion: Explicacion;
}

/** The form's parameters of that year, with its rounding and open points. @throws AnioSinParametros */
export function planDelAnio(anio: number, ajustes?: Ajustes): Plan {
  return planDe(FORMULARIO_210, anio, ajustes);
}

/** An amount as its box writes it (ET 577). */
export function comoCasilla(pesos: bigint, plan: Plan): bigint {
  return plan.multiplo('pesos') === 1n ? pesos : alMil(pesos);
}

export function dato(
  titulo: string,
  valor: bigint | string,
  frase = 'Es el dato que usted dio.',
): Explicacion {
  return { titulo, valor, frase, partes: [] };
}

/** `min(a, b)` of pesos. */
export function menorDe(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function sinNegativos(pesos: bigint): bigint {
  return pesos < 0n ? 0n : pesos;
}

/** A limit in UVT a month for so many months, in pesos: `16 UVT × 12`. */
export function topeMensual(plan: Plan, parametro: string, meses: number): bigint {
  return plan.parametros.uvt(parametro) * BigInt(meses);
}

/** The amount, cut at a limit, with the sentence that says so. */
export function limitar(
  titulo: string,
  pesos: bigint,
  tope: bigint,
  norma: string,
  cuanto: string,
): Explicacion & { valor: bigint } {
  const valor = menorDe(pesos, tope);
  return {
    titulo,
    valor,
    frase:
      pesos > tope
        ? `Usted tiene ${formatearPesos(pesos)}, pero solo se reconoce hasta ${cuanto} (${formatearPesos(tope)}).`
        : `Se reconoce todo: el límite es ${cuanto} (${formatearPesos(tope)}).`,
    norma,
    partes: [dato(titulo, pesos)],
  };
}
