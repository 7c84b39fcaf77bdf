import { construirDireccion } from '@autogestion/normas/direccion';
import { plegar } from '@autogestion/normas/texto';
import type { Azar } from './azar.ts';

/*
 * Numbers and addresses of the demonstration. Each is chosen so that it is nobody's: the data goes around in
 * screenshots and in copies of form 001, and a real person must never find their own number there.
 */

/**
 * Cédulas. Since 2003 they carry the NUIP, given out from 1.000.000.000 upwards: those of today's babies are still far
 * below 1.990.000.000. No public source fixes how far it has come, so this block is a choice and not a rule.
 */
export const cedulaDeNadie = (n: number): string => String(1_990_000_000 + n);

/**
 * NIT of companies. They are given in sequence and, after twenty years, those that begin with 9 are still near
 * 902.000.000; nine-digit cédulas do not exist. 999.999.999, which programs use as filler, stays out of the block.
 */
export const nitDeNadie = (n: number): string => String(999_100_000 + n);

/** Where the numbers of a generated population begin, away from those of the demonstration. */
export const RANGOS_DE_POBLACION = {
  nitDesde: Number(cedulaDeNadie(200_000)),
  informanteDesde: Number(nitDeNadie(200_000)),
};

/** Cédulas de extranjería and PPT: those issued have six to eight digits; these have ten. */
export const permisoDeNadie = (n: number): string => String(9_990_010_000 + n);

/** Passports: four letters and five digits is not the form of a Colombian one (two and six), and says what it is. */
export const pasaporteDeNadie = (n: number): string => `DEMO${10_000 + n}`;

/** Mobile numbers: 399 is outside the codes assigned to mobile networks in Colombia (300 to 305, 31x, 32x, 33x, 35x…). */
export const celularDeNadie = (n: number): string => String(3_990_000_000 + n);

/** `.example` will never be delegated (RFC 2606 §2): no message leaves for anyone. */
export function correoDeNadie(nombre: string, n: number): string {
  const usuario = plegar(nombre)
    .replaceAll('ñ', 'n')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
  return `${usuario}.${n}@demo.example`;
}

/**
 * Urban addresses whose last number, the metres from the corner, is above 900: no block is that long. Letters and
 * quadrants come up as in a real list.
 */
export function direccionDeNadie(a: Azar): string {
  const construida = construirDireccion({
    via: a.elegir(['CL', 'CR', 'DG', 'TV']),
    numero: String(a.entero(1, 180)),
    ...(a.suerte(25) && { letra: a.elegir(['A', 'B', 'C']) }),
    ...(a.suerte(10) && { bis: true }),
    ...(a.suerte(15) && { cuadrante: a.elegir(['SUR', 'ESTE']) }),
    generadora: String(a.entero(1, 120)),
    placa: String(a.entero(901, 998)),
    ...(a.suerte(35) && { complementos: [{ clase: 'AP', texto: String(a.entero(101, 1204)) }] }),
  });
  if (!construida.ok) throw new Error(construida.mensaje);
  return construida.valor;
}

/** Places without nomenclature are described by their vereda and their finca, both invented. */
export function veredaDeNadie(a: Azar): string {
  const vereda = a.elegir(['LA IMAGINADA', 'LA SUPUESTA', 'LA INVENTADA']);
  return `VD ${vereda} FI ${a.elegir(['EL TURPIAL', 'LA MIRLA', 'EL TOCHE', 'LA GARZA'])}`;
}
