import { esIgual, esMayor, menor, numero, resta, suma, sumaAnexo, todas } from '../motor/index.ts';
import type { Expresion, Reparo, Termino } from '../motor/index.ts';
import { MUNICIPIOS } from './anexo.ts';

/** Each row rounds its own income, so that a sum of rows may be some thousands away from a box. */
const HOLGURA = numero(10_000);

/** A box with income that was written, and rows of the annex that add up to something else. */
export function noCoinciden(casilla: string, filas: Expresion, cuales: string): Reparo[] {
  const base = {
    codigo: 'ingresos-no-coinciden',
    casilla,
    gravedad: 'error',
    norma: 'ET 908 par. 3, 910 inc. 3',
    limite: filas,
    mensaje: `La casilla ${casilla} no coincide con los ingresos de ${cuales} en el anexo por municipio, que suman {limite}. Corrija la casilla o las filas.`,
  } as const;
  const hayFilas = esMayor(sumaAnexo(MUNICIPIOS, 'ingresos'), numero(0));
  return [
    { ...base, cuando: todas(hayFilas, esMayor(casilla, suma(filas, HOLGURA))) },
    { ...base, cuando: todas(hayFilas, esMayor(filas, suma(casilla, HOLGURA))) },
  ];
}

/** ICA given by hand, and rows of the annex that come to something else. */
export function icaNoCoincide(casilla: string): Reparo {
  const filas = sumaAnexo(MUNICIPIOS, 'componente');
  return {
    codigo: 'ica-no-coincide',
    casilla,
    gravedad: 'error',
    norma: 'ET 908 par. 3; DUR 1.5.8.3.7 num. 1, 1.5.8.3.11 num. 1',
    cuando: todas(
      esMayor(filas, numero(0)),
      esMayor(resta(suma(casilla, filas), menor(casilla, filas), menor(casilla, filas)), HOLGURA),
    ),
    limite: filas,
    mensaje: `La casilla ${casilla} no coincide con el ICA de los municipios, que suma {limite}. Corrija la casilla o las filas.`,
  };
}

/** Income without a group has no rate, and the tax would pass for zero. */
export function sinGrupo(casilla: string, tarifa: Termino): Reparo {
  return {
    codigo: 'sin-grupo',
    casilla,
    gravedad: 'error',
    norma: 'ET 908',
    cuando: todas(esMayor(casilla, numero(0)), esIgual(tarifa, numero(0))),
    mensaje:
      'Falta decir de qué grupo de actividad son los ingresos: sin él no hay tarifa. Escríbalos en el anexo por municipio, con su grupo.',
  };
}

export function icaMayorQueSimple(ica: string, impuesto: string): Reparo {
  return {
    codigo: 'ica-mayor-que-simple',
    casilla: ica,
    gravedad: 'aviso',
    norma: 'DUR 1.5.8.3.7 num. 2.1, 1.5.8.3.11 num. 4.1',
    cuando: esMayor(ica, impuesto),
    limite: suma(impuesto),
    mensaje:
      'El ICA pasa de todo el impuesto SIMPLE ({limite}): la parte de la Nación queda en cero y el ICA se paga completo. Revise las tarifas por mil.',
  };
}
