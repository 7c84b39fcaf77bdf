import { enPorcentaje, fraccion, multiplicarFracciones, porcentaje } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import { conTope, exigirMontos, liquidar, sinSancion } from './liquidar.ts';
import type { Articulo } from './liquidar.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';
import { topePorcentual } from './topes.ts';

const { norma, antes, despues, porMesDeRetardo, tope: porCientoTope } = datos.correccion;

/** A correction that raises the tax or lowers the balance in favour. */
export interface HechosDeCorreccion {
  /** Higher amount to pay or lower balance in favour, without this same sanction (ET 644 par. 3). */
  mayorValor: bigint;
  /** Whether the emplazamiento para corregir, or the order of inspection, was notified before. */
  emplazado?: boolean;
  /** Months or fractions by which the first return was late; zero when it was on time. */
  mesesDeRetardoInicial?: number;
}

export interface SancionPorCorreccion extends Sancion {
  /** Months of delay of the first return. */
  meses: number;
}

/**
 * Sanction for a correction (ET 644): 10 % before the emplazamiento para corregir, 20 % after it, and 5 %
 * more for each month by which the first return was late. It does not apply to corrections that lower the
 * tax (ET 589), nor before the due date. ET 640 reduces it in both cases: among what keeps from it the article lists the
 * emplazamiento por no declarar, not the one para corregir.
 *
 * `anioUvt` is the year in which the first return was filed.
 *
 * @throws RangeError for negative amounts or months that are not whole.
 */
export function sancionPorCorreccion(
  { mayorValor, emplazado = false, mesesDeRetardoInicial: meses = 0 }: HechosDeCorreccion,
  liquidacion: Liquidacion,
): Resultado<SancionPorCorreccion, CodigoErrorSancion> {
  exigirMontos(mayorValor);
  if (!Number.isInteger(meses) || meses < 0) throw new RangeError('Los meses de retraso son enteros');
  if (mayorValor === 0n) {
    const frase = 'No hay sanción: la corrección no aumenta el valor por pagar ni baja el saldo a favor.';
    return bien({ ...sinSancion(norma, frase, liquidacion.anioUvt), meses });
  }
  return liquidar(articulo(mayorValor, emplazado, meses), liquidacion, { meses });
}

function articulo(mayorValor: bigint, emplazado: boolean, meses: number): Articulo {
  const [base, porMes] = [porcentaje(emplazado ? despues : antes), porcentaje(porMesDeRetardo)];
  const porCiento = porcentaje((emplazado ? despues : antes) + porMesDeRetardo * meses);
  const tope = topePorcentual(porcentaje(porCientoTope), { valor: mayorValor, nombre: 'del mayor valor' });
  const calculada = multiplicarFracciones(porCiento, fraccion(mayorValor, 1n));
  const { exacta, topeAplicado } = conTope(calculada, tope.exacto);
  const [aumento, suma] =
    meses === 0
      ? ['', enPorcentaje(base)]
      : [
          `, más el ${enPorcentaje(porMes)} por cada mes o fracción de retraso de la primera declaración`,
          `(${enPorcentaje(base)} + ${enPorcentaje(porMes)} × ${meses})`,
        ];
  return () => ({
    norma,
    exacta,
    tope: tope.exacto,
    topeAplicado,
    admiteReduccion: true,
    explicar: (sancion) => ({
      titulo: 'Sanción por corrección',
      valor: sancion,
      frase: `Es el ${enPorcentaje(base)} del mayor valor, porque se corrige ${emplazado ? 'después' : 'antes'} del emplazamiento para corregir${aumento}. No pasa del tope.`,
      formula: `mín(${suma} × ${cifra(mayorValor)}; ${cifra(tope.explicacion.valor)}) ${igualA(exacta, sancion)}`,
      norma,
      partes: [
        dato('Mayor valor', mayorValor, 'Es el mayor valor por pagar o el menor saldo a favor.', { norma }),
        ...(meses === 0 ? [] : [dato('Meses de retraso', String(meses), 'Un mes empezado cuenta entero.')]),
        tope.explicacion,
      ],
    }),
  });
}
