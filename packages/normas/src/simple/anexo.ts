import { alMil, aplicar } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';

/** Boxes to the thousand (ET 577) or to the peso, as some published examples are. */
export type Redondeo = 'mil' | 'peso';

/** Income of one municipality and one group, with the ICA that is due there (ET 907 num. 3, 908 par. 3). */
export interface FilaDeAnexo {
  codigo: string;
  grupo: string;
  ciiu: string | null;
  ingresos: bigint;
  /** Income on which this municipality charges no ICA. */
  noGravados: bigint;
  /** A fraction of one: 9,66 por mil is 0,00966. */
  tarifa: Fraccion;
  /** Exemptions, discounts and other benefits that the municipality gives (Decreto 1545 de 2024, arts. 1 and 3). */
  exenciones: bigint;
  /** ICA withheld before entering the regime: lowers what is paid, not the component. */
  retencionesPrevias: bigint;
}

export interface IcaDeFila {
  ica: bigint;
  /** What is taken out of the SIMPLE tax: ICA less benefits. */
  componente: bigint;
  aPagar: bigint;
  aFavor: bigint;
}

/** ICA of a row: its taxed income at the rate of the municipality, each figure rounded as a box is. */
export function icaDeFila(fila: FilaDeAnexo, redondeo: Redondeo): IcaDeFila {
  const bruto = aplicar(fila.ingresos - fila.noGravados, fila.tarifa);
  const ica = redondeo === 'mil' ? alMil(bruto) : bruto;
  const componente = noNegativo(ica - fila.exenciones);
  return {
    ica,
    componente,
    aPagar: noNegativo(componente - fila.retencionesPrevias),
    aFavor: noNegativo(fila.retencionesPrevias - componente),
  };
}

/** Gross income by group, for the consolidated rate. */
export function ingresosDelAnexo(filas: readonly FilaDeAnexo[]): Map<string, bigint> {
  const sumas = new Map<string, bigint>();
  for (const { grupo, ingresos } of filas) sumas.set(grupo, (sumas.get(grupo) ?? 0n) + ingresos);
  return sumas;
}

function noNegativo(valor: bigint): bigint {
  return valor < 0n ? 0n : valor;
}
