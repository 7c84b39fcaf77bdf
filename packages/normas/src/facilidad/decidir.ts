import { formatearPesos } from '../dinero/index.ts';
import { anioDe, compararFechas, formatearFecha, sumarAnios } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { falla, bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { enPesos, uvt, uvtParaOrientar } from '../uvt/index.ts';
import {
  CON_GARANTIA,
  ESPECIAL,
  GARANTIAS,
  RIGE_DESDE,
  SIN_GARANTIA,
  TOPE_AUTOMATICO_UVT,
} from './parametros.ts';
import type { ClaseDeGarantia } from './parametros.ts';

export interface HechosDeFacilidad {
  /** Day of the request. */
  solicitada: Fecha;
  /** Months to the last instalment: `meses` of the plan. */
  meses: number;
  /** What is owed on that day: `deuda` of the plan. */
  deuda: bigint;
  /** Absent when none is offered. */
  garantia?: ClaseDeGarantia;
  /**
   * Days on which earlier facilities of this person were declared breached, by an act. Empty when there are none; absent
   * when nobody could look.
   */
  incumplidas?: readonly Fecha[];
}

/** `automatica`: the office grants it. `mesa`: an official decides. `no-procede`: the law does not allow it so. */
export type CaminoDeFacilidad = 'automatica' | 'mesa' | 'no-procede';

export interface RazonDeFacilidad {
  id: 'plazo' | 'garantia' | 'incumplida' | 'monto' | 'especial';
  estado: 'cumple' | 'no-cumple' | 'no-se-sabe';
  /** A whole sentence for the person. */
  razon: string;
  articulo: string;
  /** `parametro` when no source says it: the person is not told it as the law. */
  certeza: 'norma' | 'dian' | 'parametro';
}

export interface DecisionDeFacilidad {
  camino: CaminoDeFacilidad;
  /** What ends up with it, in a sentence for the person. */
  frase: string;
  norma: string;
  razones: readonly RazonDeFacilidad[];
  /** The most months that these facts allow, so that the page can offer them. */
  mesesMaximos: number;
  /** What the person can do when it does not go as it was asked. */
  alternativas: readonly string[];
  /** What the sources leave open, as sentences for the person. */
  salvedades: readonly string[];
}

/**
 * Who decides a facility for payment, and whether the law allows it as it is asked (ET 814): without guarantee up to a
 * year, for who breached none in the year before; with guarantee up to five years, to the satisfaction of the
 * administration; two years more only the Director, in special cases.
 *
 * @throws RangeError for a negative debt or months that are not a whole number from one up.
 */
export function decidirFacilidad(hechos: HechosDeFacilidad): Resultado<DecisionDeFacilidad, 'sin-vigencia'> {
  const { solicitada, meses, deuda, garantia } = hechos;
  if (deuda < 0n) throw new RangeError('Una deuda no puede ser negativa');
  if (!Number.isInteger(meses) || meses < 1) throw new RangeError('Los meses son un número entero');
  if (compararFechas(solicitada, RIGE_DESDE) < 0) {
    return falla(
      'sin-vigencia',
      `Estas reglas rigen desde el ${formatearFecha(RIGE_DESDE)}, y se pregunta por el ${formatearFecha(solicitada)}.`,
    );
  }
  return bien(
    garantia === undefined ? sinGarantia(hechos) : conGarantia({ meses, deuda, garantia, solicitada }),
  );
}

function sinGarantia({ solicitada, meses, deuda, incumplidas }: HechosDeFacilidad): DecisionDeFacilidad {
  const { norma: articulo, meses: tope } = SIN_GARANTIA;
  const cabe = meses <= tope;
  const previa = laIncumplida(solicitada, incumplidas);
  const monto = elMonto(deuda, solicitada);
  const razones: RazonDeFacilidad[] = [
    {
      id: 'plazo',
      estado: cabe ? 'cumple' : 'no-cumple',
      razon: cabe
        ? 'Pide un año o menos: no necesita garantía.'
        : 'Pide más de un año, y para eso la ley exige una garantía.',
      articulo,
      certeza: 'norma',
    },
    previa,
    monto.razon,
  ];
  const comun = { norma: articulo, razones, mesesMaximos: previa.estado === 'no-cumple' ? 0 : tope };
  if (!cabe || previa.estado === 'no-cumple') {
    return {
      ...comun,
      camino: 'no-procede',
      frase: 'Así no se puede conceder: mire qué puede cambiar.',
      alternativas: [
        ...(previa.estado === 'no-cumple' ? [] : ['Pida un año o menos.']),
        `Ofrezca una garantía: con ella el plazo llega a ${CON_GARANTIA.meses / 12} años, y un funcionario la estudia.`,
      ],
      salvedades: [],
    };
  }
  const sola = previa.estado === 'cumple' && monto.razon.estado === 'cumple';
  return {
    ...comun,
    camino: sola ? 'automatica' : 'mesa',
    frase: sola
      ? 'La oficina se la concede de una vez, cuando usted firme.'
      : 'La ley se la concede, y un funcionario revisa su solicitud antes de firmar el acta.',
    alternativas: [],
    salvedades: monto.salvedades,
  };
}

function conGarantia({
  meses,
  deuda,
  garantia,
  solicitada,
}: Required<Omit<HechosDeFacilidad, 'incumplidas'>>): DecisionDeFacilidad {
  const { norma: articulo, meses: tope, personalUvt } = CON_GARANTIA;
  const especial = meses > tope;
  const pasa = meses > ESPECIAL.meses;
  const maximo = topeEnPesos(personalUvt, solicitada);
  const personalDeMas = garantia === 'personal' && deuda > maximo.pesos;
  const razones: RazonDeFacilidad[] = [
    especial
      ? {
          id: 'especial',
          estado: pasa ? 'no-cumple' : 'no-se-sabe',
          razon: pasa
            ? `Pide más de ${ESPECIAL.meses / 12} años: la ley no permite tanto.`
            : `Pide más de ${tope / 12} años: eso solo lo concede el Director, en casos especiales.`,
          articulo: ESPECIAL.norma,
          certeza: 'norma',
        }
      : {
          id: 'plazo',
          estado: 'cumple',
          razon: `Pide ${tope / 12} años o menos, que es lo que la ley permite con garantía.`,
          articulo,
          certeza: 'norma',
        },
    {
      id: 'garantia',
      estado: personalDeMas ? 'no-cumple' : 'no-se-sabe',
      razon: personalDeMas
        ? `Una garantía personal sirve para deudas de hasta ${formatearPesos(maximo.pesos)}: ofrezca otra.`
        : `Un funcionario mira si la garantía alcanza: ${GARANTIAS[garantia]}.`,
      articulo,
      certeza: 'norma',
    },
  ];
  const no = pasa || personalDeMas;
  const sinEllaCabe = meses <= SIN_GARANTIA.meses;
  return {
    camino: no ? 'no-procede' : 'mesa',
    frase: no
      ? 'Así no se puede conceder: mire qué puede cambiar.'
      : especial
        ? 'Un funcionario la estudia y la lleva al Director, que es quien decide.'
        : 'Un funcionario estudia la garantía y decide con una resolución.',
    norma: articulo,
    razones,
    mesesMaximos: ESPECIAL.meses,
    alternativas: [
      ...(pasa ? [`Pida ${tope / 12} años o menos.`] : []),
      ...(personalDeMas ? ['Ofrezca bienes, una garantía real, bancaria o una póliza.'] : []),
      ...(sinEllaCabe
        ? ['Para un año o menos no hace falta garantía, si no ha incumplido otra facilidad.']
        : []),
    ],
    salvedades: maximo.provisional && garantia === 'personal' ? [UVT_PROVISIONAL] : [],
  };
}

/** What counts is the act that declares the breach (Concepto DIAN 012965 de 2025), within the year before the request. */
function laIncumplida(solicitada: Fecha, incumplidas: readonly Fecha[] | undefined): RazonDeFacilidad {
  const comun = { id: 'incumplida', articulo: SIN_GARANTIA.norma, certeza: 'norma' } as const;
  if (incumplidas === undefined) {
    return {
      ...comun,
      estado: 'no-se-sabe',
      razon: 'La oficina mira si usted incumplió otra facilidad en el último año.',
    };
  }
  const desde = sumarAnios(solicitada, -SIN_GARANTIA.aniosSinIncumplir);
  const reciente = incumplidas
    .filter((f) => compararFechas(f, desde) >= 0 && compararFechas(f, solicitada) <= 0)
    .toSorted(compararFechas)
    .at(-1);
  return reciente === undefined
    ? { ...comun, estado: 'cumple', razon: 'No incumplió otra facilidad en el último año.' }
    : {
        ...comun,
        estado: 'no-cumple',
        razon: `El ${formatearFecha(reciente)} se declaró que incumplió otra facilidad. Por un año, solo puede pedirla con garantía.`,
      };
}

function elMonto(deuda: bigint, solicitada: Fecha): { razon: RazonDeFacilidad; salvedades: string[] } {
  const { pesos, provisional } = topeEnPesos(TOPE_AUTOMATICO_UVT, solicitada);
  const cabe = deuda <= pesos;
  return {
    razon: {
      id: 'monto',
      estado: cabe ? 'cumple' : 'no-cumple',
      razon: cabe
        ? `Debe ${formatearPesos(pesos)} o menos: esta oficina decide sola.`
        : `Debe más de ${formatearPesos(pesos)}: la revisa un funcionario.`,
      articulo: SIN_GARANTIA.norma,
      certeza: 'parametro',
    },
    salvedades: [
      `La ley no fija hasta cuánto decide la oficina sola. Aquí se toman ${TOPE_AUTOMATICO_UVT / 1_000}.000 UVT.`,
      ...(provisional ? [UVT_PROVISIONAL] : []),
    ],
  };
}

const UVT_PROVISIONAL = 'La UVT de ese año no se tiene todavía: se tomó la del último año que se conoce.';

function topeEnPesos(cantidad: number, dia: Fecha): { pesos: bigint; provisional: boolean } {
  const { anio, provisional } = uvtParaOrientar(anioDe(dia));
  return { pesos: enPesos(uvt(String(cantidad)), anio).aproximado, provisional };
}
