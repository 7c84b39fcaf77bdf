import { decimal, dividirRedondeando } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/uvt.json' with { type: 'json' };

/** The UVT of one year and the resolution that set it (ET 868). */
export interface ValorUvt {
  anio: number;
  /** Pesos. */
  pesos: bigint;
  /** Null for 2006, the base value of the law. */
  resolucion: string | null;
}

/** A quantity of UVT: not pesos, and not to be added to pesos before it has a year. */
export interface Uvt extends Fraccion {
  readonly unidad: 'UVT';
}

/** A quantity of UVT in pesos, before and after the rounding of ET 868. */
export interface MontoUvt {
  uvt: Uvt;
  anio: number;
  /** To the peso, which is exact unless the quantity has decimals. */
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

/** The UVT of a year that a person named: one that is not in the table is an answer, not an exception. */
export function buscarUvt(anio: number): Resultado<ValorUvt, 'anio-sin-uvt'> {
  const valor = VALORES.find((v) => v.anio === anio);
  if (valor) return bien(valor);
  const [primera, ultima] = [VALORES[0], VALORES.at(-1)];
  return falla(
    'anio-sin-uvt',
    `No se tiene la UVT de ${anio}: se tienen de ${primera?.anio ?? ''} a ${ultima?.anio ?? ''}.`,
  );
}

/** @throws AnioSinUvt */
export function valorUvt(anio: number): ValorUvt {
  const valor = buscarUvt(anio);
  if (!valor.ok) throw new AnioSinUvt(anio);
  return valor.valor;
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

/** `uvt(1_340n)`, `uvt('0.5')`. @throws RangeError when the text is not a decimal number. */
export function uvt(cantidad: bigint | string): Uvt {
  const { numerador, denominador } = decimal(String(cantidad));
  return { unidad: 'UVT', numerador, denominador };
}

/** @throws AnioSinUvt */
export function enPesos(cantidad: Uvt, anio: number): MontoUvt {
  const producto = cantidad.numerador * valorUvt(anio).pesos;
  return {
    uvt: cantidad,
    anio,
    exacto: dividirRedondeando(producto, cantidad.denominador),
    aproximado: aproximar(producto, cantidad.denominador),
  };
}

/** Rounding of converted values, ET 868: whole pesos in, whole pesos out. */
export function aproximarValor(pesos: bigint): bigint {
  return aproximar(pesos, 1n);
}

function aproximar(numerador: bigint, denominador: bigint): bigint {
  const absoluto = numerador < 0n ? -numerador : numerador;
  const multiplo = absoluto <= 100n * denominador ? 1n : absoluto <= 10_000n * denominador ? 100n : 1_000n;
  return dividirRedondeando(numerador, denominador * multiplo) * multiplo;
}
