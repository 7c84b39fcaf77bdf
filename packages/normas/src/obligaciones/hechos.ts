import type { Fecha } from '../fechas/index.ts';

/** What the RUT does not say and some obligations depend on. Whatever is missing is not known. */
export interface HechosDeObligaciones {
  /**
   * Box 53 as it stood on 31 December of the year before; empty when there was no registration. The annual
   * returns and what falls due in January are about that year.
   */
  responsabilidadesAnteriores?: readonly string[];
  /** Gross income of each year, whole pesos: of it depend the periods of the IVA and the receipts of the SIMPLE. */
  ingresosBrutos?: Readonly<Record<number, bigint | undefined>>;
  /**
   * Whether the gross income of each year reached the sum of ET 600, of who told that and not how much it was: it settles
   * the periods of the IVA and nothing else. A year of `ingresosBrutos` goes before it.
   */
  llegoAlTopeDeIva?: Readonly<Record<number, boolean | undefined>>;
  /** Whether a natural person reached, the year before, the sums of income tax: `obligadoADeclarar` tells. */
  llegoALasSumasDeRenta?: boolean;
  inicioDeActividades?: Fecha;
  /** Whether the consumption tax comes from serving meals and drinks alone. */
  consumoSoloDeComidas?: boolean;
  /** Whether what is owned abroad on 1 January is worth more than 2.000 UVT. */
  activosEnElExterior?: boolean;
  /** Whether the net worth of 1 January reaches the sum from which the wealth tax is owed. */
  patrimonioGravado?: boolean;
  /** Whether the operations of the year before oblige to each report of transfer pricing. */
  preciosDeTransferencia?: { declaracion?: boolean; documentacion?: boolean; paisPorPais?: boolean };
  /** Whether third-party information of the year before is due. */
  informaExogena?: boolean;
  /** Whether they asked, by 31 March, to pay their tax with works. */
  obrasPorImpuestos?: boolean;
  /** Whether they are a supervised financial institution that certifies payments by card. */
  emiteMediosDePago?: boolean;
}

/** A fact without which an obligation is neither a yes nor a no. */
export type HechoQueFalta =
  | keyof HechosDeObligaciones
  | 'preciosDeTransferencia.declaracion'
  | 'preciosDeTransferencia.documentacion'
  | 'preciosDeTransferencia.paisPorPais';
