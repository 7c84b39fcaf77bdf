import { enPorcentaje, fraccion, multiplicarFracciones, porcentaje } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import { exigirMontos, liquidar, sinSancion } from './liquidar.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';

const { norma, tarifa: porCiento, aceptada: mitad } = datos.aritmetica;

/**
 * Sanction for an arithmetical error that the DIAN corrects: 30 % of what it adds to the amount to pay or
 * takes from the balance in favour, and half of that for who accepts it, gives up the appeal and pays
 * (ET 646).
 *
 * `anioUvt` is the year in which it is imposed.
 *
 * @throws RangeError for a negative amount.
 */
export function sancionPorErrorAritmetico(
  { mayorValor, aceptada = false }: { mayorValor: bigint; aceptada?: boolean },
  liquidacion: Liquidacion,
): Resultado<Sancion, CodigoErrorSancion> {
  exigirMontos(mayorValor);
  if (mayorValor === 0n) {
    return bien(
      sinSancion(norma, 'No hay sanción: el error no cambia el valor por pagar.', liquidacion.anioUvt),
    );
  }
  const tarifa = porcentaje(porCiento);
  const plena = multiplicarFracciones(tarifa, fraccion(mayorValor, 1n));
  const exacta = aceptada ? multiplicarFracciones(plena, porcentaje(mitad)) : plena;
  const factor = aceptada ? `${mitad} % × ` : '';
  return liquidar(
    () => ({
      norma,
      exacta,
      tope: null,
      topeAplicado: false,
      liquida: 'dian',
      admiteReduccion: true,
      explicar: (sancion) => ({
        titulo: 'Sanción por error aritmético',
        valor: sancion,
        frase: aceptada
          ? `Es el ${enPorcentaje(tarifa)} del mayor valor, reducido a la mitad porque se acepta y se paga.`
          : `Es el ${enPorcentaje(tarifa)} del mayor valor que halló la DIAN.`,
        formula: `${factor}${enPorcentaje(tarifa)} × ${cifra(mayorValor)} ${igualA(exacta, sancion)}`,
        norma,
        partes: [
          dato('Mayor valor', mayorValor, 'Es el mayor valor por pagar o el menor saldo a favor.', { norma }),
        ],
      }),
    }),
    liquidacion,
    {},
  );
}
