import { fraccion, redondear } from '../dinero/index.ts';
import type { Fraccion, Redondeo } from '../dinero/index.ts';

/** Income of one municipality and one group, with the ICA that is due there (ET 907 num. 3, 908 par. 3). */
export interface FilaDeAnexo {
  /** Null where the reading allowed rows without it. */
  codigo: string | null;
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
  /** ICA already paid in the receipts of the year; of the annual return alone. */
  pagado: bigint;
}

export interface IcaDeFila {
  ica: bigint;
  /** What is taken out of the SIMPLE tax: ICA less benefits. */
  componente: bigint;
  aPagar: bigint;
  aFavor: bigint;
}

/** ICA of a row: its taxed income at the rate of the municipality. Each figure is rounded as a box is (ET 577). */
export function icaDeFila(fila: FilaDeAnexo, redondeo: Redondeo): IcaDeFila {
  const caja = (numerador: bigint, denominador = 1n) => redondear(fraccion(numerador, denominador), redondeo);
  const base = noNegativo(caja(fila.ingresos) - caja(fila.noGravados));
  const ica = caja(base * fila.tarifa.numerador, fila.tarifa.denominador);
  const componente = noNegativo(ica - caja(fila.exenciones));
  const yaPagado = caja(fila.retencionesPrevias) + caja(fila.pagado);
  return {
    ica,
    componente,
    aPagar: noNegativo(componente - yaPagado),
    aFavor: noNegativo(yaPagado - componente),
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
