import { enPorcentaje, fraccion, multiplicarFracciones, porcentaje } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { uvt } from '../uvt/index.ts';
import type { Uvt } from '../uvt/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import { conTope, exigirMontos, liquidar, sinSancion } from './liquidar.ts';
import type { Articulo } from './liquidar.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';
import { elMenorTope, topeEnUvt, topePorcentual, topePorSaldo } from './topes.ts';
import type { Tope } from './topes.ts';

/** On what the sanction is computed: the first of the three that is not zero. */
export type BaseDeExtemporaneidad = 'impuesto' | 'ingresos' | 'patrimonio';

/** What the late return says, in pesos. */
export interface HechosDeExtemporaneidad {
  /** Tax or withholding of the return. */
  impuesto: bigint;
  /** Gross income of the period; counts when there is no tax. */
  ingresos?: bigint;
  /** Net worth of the year before; counts when there is no income either. */
  patrimonio?: bigint;
  saldoAFavor?: bigint;
  /** Months or fractions of delay: `mesesDeRetardo`. */
  meses: number;
  /** Whether the emplazamiento por no declarar was notified before (ET 642). */
  emplazado?: boolean;
  /** Whether the order of a tax inspection was (ET 642 inc. 5), which is not in the list of ET 640. */
  inspeccionado?: boolean;
}

export interface SancionPorExtemporaneidad extends Sancion {
  meses: number;
  base: BaseDeExtemporaneidad;
}

interface EnPalabras {
  titulo: string;
  /** After a percentage: `5 % del impuesto a cargo`. */
  de: string;
  frase: string;
}

const BASES: Record<BaseDeExtemporaneidad, EnPalabras> = {
  impuesto: {
    titulo: 'Impuesto a cargo',
    de: 'del impuesto a cargo',
    frase: 'Es el impuesto o la retención que resulta en la declaración.',
  },
  ingresos: {
    titulo: 'Ingresos brutos del período',
    de: 'de los ingresos brutos',
    frase: 'Cuentan porque en la declaración no resulta impuesto a cargo.',
  },
  patrimonio: {
    titulo: 'Patrimonio líquido del año anterior',
    de: 'del patrimonio líquido del año anterior',
    frase: 'Cuenta porque no hay impuesto a cargo ni ingresos en el período.',
  },
};

const SALVEDAD_TOPE =
  'La ley no dice de qué año es la UVT del tope: se toma la del año en que se presenta la declaración.';

/**
 * Sanction for a late return, before the emplazamiento (ET 641) or after it (ET 642).
 *
 * `anioUvt` is the year in which the return is filed. That the caps of 2.500 and 5.000 UVT are of that
 * same year is this office's reading: the article does not say.
 *
 * @throws RangeError for negative amounts or months that are not whole.
 */
export function sancionPorExtemporaneidad(
  hechos: HechosDeExtemporaneidad,
  liquidacion: Liquidacion,
): Resultado<SancionPorExtemporaneidad, CodigoErrorSancion> {
  const { impuesto, ingresos = 0n, patrimonio = 0n, saldoAFavor = 0n, meses } = hechos;
  const { emplazado = false, inspeccionado = false } = hechos;
  exigirMontos(impuesto, ingresos, patrimonio, saldoAFavor);
  if (!Number.isInteger(meses) || meses < 0) throw new RangeError('Los meses de retraso son enteros');
  const { anioUvt } = liquidacion;
  const momento = emplazado || inspeccionado ? 'despues' : 'antes';
  const base: BaseDeExtemporaneidad = impuesto > 0n ? 'impuesto' : ingresos > 0n ? 'ingresos' : 'patrimonio';
  if (meses === 0) {
    const frase = 'No hay sanción: se presenta dentro del plazo.';
    return bien({ ...sinSancion(datos.extemporaneidad[momento].norma, frase, anioUvt), meses, base });
  }
  const valor = { impuesto, ingresos, patrimonio }[base];
  const caso = { base, valor, saldoAFavor, meses, momento, emplazado, anioUvt } as const;
  return liquidar(articulo(caso), liquidacion, { meses, base });
}

interface Caso {
  base: BaseDeExtemporaneidad;
  valor: bigint;
  saldoAFavor: bigint;
  meses: number;
  momento: 'antes' | 'despues';
  emplazado: boolean;
  anioUvt: number;
}

function articulo(caso: Caso): Articulo {
  const { base, valor, meses, momento, emplazado } = caso;
  const { norma, [base]: tarifa } = datos.extemporaneidad[momento];
  const mensual = porcentaje(tarifa.mensual);
  const calculada = multiplicarFracciones(mensual, fraccion(valor * BigInt(meses), 1n));
  return (pesosDe) => {
    const tope = topeDe(caso, pesosDe);
    const { exacta, topeAplicado } = conTope(calculada, tope.exacto);
    return {
      norma,
      exacta,
      tope: tope.exacto,
      topeAplicado,
      // Of what may come before, ET 640 lists the emplazamiento por no declarar, not the inspection.
      admiteReduccion: !emplazado,
      salvedades: topeAplicado && tope.enUvt ? [SALVEDAD_TOPE] : [],
      explicar: (sancion) => ({
        titulo: 'Sanción por extemporaneidad',
        valor: sancion,
        frase: `Se toma el menor entre el ${enPorcentaje(mensual)} ${BASES[base].de} por cada mes o fracción de retraso, y el tope.`,
        formula: `mín(${enPorcentaje(mensual)} × ${meses} × ${cifra(valor)}; ${cifra(tope.explicacion.valor)}) ${igualA(exacta, sancion)}`,
        norma,
        partes: [
          dato(BASES[base].titulo, valor, BASES[base].frase, { norma }),
          dato('Meses de retraso', String(meses), 'Un mes empezado cuenta entero.', { norma }),
          tope.explicacion,
        ],
      }),
    };
  };
}

function topeDe(
  { base, valor, saldoAFavor, momento, anioUvt }: Caso,
  pesosDe: (cantidad: Uvt) => bigint,
): Tope {
  const { [base]: tarifa, vecesSaldo, topeUvt } = datos.extemporaneidad[momento];
  const porcentual = topePorcentual(porcentaje(tarifa.tope), { valor, nombre: BASES[base].de });
  if (base === 'impuesto') return porcentual;
  return elMenorTope(
    porcentual,
    saldoAFavor > 0n
      ? topePorSaldo(vecesSaldo, saldoAFavor)
      : topeEnUvt(topeUvt, pesosDe(uvt(String(topeUvt))), anioUvt),
  );
}
