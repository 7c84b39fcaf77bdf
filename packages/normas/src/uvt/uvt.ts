import datos from './datos/uvt.json' with { type: 'json' };

/** The UVT of one year and the resolution that set it (ET 868). */
export interface ValorUvt {
  anio: number;
  /** Pesos. */
  pesos: bigint;
  /** Null for 2006, the base value of the law. */
  resolucion: string | null;
}

/** A quantity of UVT in pesos, before and after the rounding of ET 868. */
export interface MontoUvt {
  uvt: bigint;
  anio: number;
  /** Without rounding. */
  exacto: bigint;
  /** To the peso up to $ 100, to the hundred up to $ 10.000, to the thousand above; halves go up. */
  aproximado: bigint;
}

/** The table has no UVT for the year: the operator must load the resolution of that year. */
export class AnioSinUvt extends Error {
  readonly codigo = 'anio-sin-uvt';
  readonly anio: number;

  constructor(anio: number) {
    super(`No hay UVT para el año ${anio}`);
    this.name = 'AnioSinUvt';
    this.anio = anio;
  }
}

const VALORES: readonly ValorUvt[] = datos.valores.map(({ anio, valor, resolucion }) => ({
  anio,
  pesos: BigInt(valor),
  resolucion,
}));

/** @throws AnioSinUvt */
export function valorUvt(anio: number): ValorUvt {
  const valor = VALORES.find((v) => v.anio === anio);
  if (!valor) throw new AnioSinUvt(anio);
  return valor;
}

/**
 * The UVT of the year or, while its resolution is not loaded, the latest one before it: good enough to
 * explain a threshold, marked `provisional` so that the page says so. Never for settling a tax.
 *
 * @throws AnioSinUvt for years before 2006.
 */
export function uvtParaOrientar(anio: number): ValorUvt & { provisional: boolean } {
  const valor = VALORES.findLast((v) => v.anio <= anio);
  if (!valor) throw new AnioSinUvt(anio);
  return { ...valor, provisional: valor.anio !== anio };
}

/** @throws AnioSinUvt */
export function enPesos(uvt: bigint, anio: number): MontoUvt {
  const exacto = uvt * valorUvt(anio).pesos;
  return { uvt, anio, exacto, aproximado: aproximarValor(exacto) };
}

/** Rounding of converted values, ET 868: whole pesos in, whole pesos out. */
export function aproximarValor(pesos: bigint): bigint {
  if (pesos < 0n) return -aproximarValor(-pesos);
  const multiplo = pesos <= 100n ? 1n : pesos <= 10_000n ? 100n : 1_000n;
  return ((pesos + multiplo / 2n) / multiplo) * multiplo;
}
