import { definidos } from '../definidos/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { separarMiles } from '../nit/index.ts';
import type { Explicacion } from './explicacion.ts';

/** A figure that nothing explains further: what the person said, a value that a resolution set. */
export function dato<Valor extends bigint | string>(
  titulo: string,
  valor: Valor,
  frase: string,
  mas: Pick<Explicacion, 'norma' | 'casilla'> = {},
): Explicacion & { readonly valor: Valor } {
  const { norma, casilla } = mas;
  return {
    titulo,
    valor,
    frase,
    ...definidos({ norma: norma || undefined, casilla: casilla || undefined }),
    partes: [],
  };
}

/** A figure inside a formula: `8.000.000`, without the sign of pesos. */
export function cifra(n: bigint): string {
  return n < 0n ? `−${separarMiles(String(-n))}` : separarMiles(String(n));
}

/** The end of a formula: `= 1.600.000`, or `≈` when the figure was rounded on the way. */
export function igualA({ numerador, denominador }: Fraccion, redondeado: bigint): string {
  return `${numerador === redondeado * denominador ? '=' : '≈'} ${cifra(redondeado)}`;
}
