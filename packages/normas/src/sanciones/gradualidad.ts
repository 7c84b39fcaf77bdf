import datos from './datos/sanciones.json' with { type: 'json' };

const { contribuyente, dian, norma, reincidencia, excluidas } = datos.gradualidad;

/** Who settles a sanction: the person in the return, or the DIAN in an act. Each has its own scale (ET 640). */
export type QuienLiquida = 'contribuyente' | 'dian';

/** What the DIAN may have notified before. Only the first three are in the list of ET 640. */
export const ACTOS_PREVIOS = [
  'pliego-de-cargos',
  'requerimiento-especial',
  'emplazamiento-por-no-declarar',
  'emplazamiento-para-corregir',
  'inspeccion',
] as const;
export type ActoPrevio = (typeof ACTOS_PREVIOS)[number];

const IMPIDEN: readonly ActoPrevio[] = ACTOS_PREVIOS.slice(0, 3);

/** What decides how much of a sanction is paid (ET 640). */
export interface HechosDeGradualidad {
  liquida: QuienLiquida;
  /**
   * Whole years before this conduct without having committed the same; where the DIAN settles it, without having been
   * sanctioned for it by a firm act.
   */
  aniosSinLaMisma: number;
  /** What was already notified; true for one of those that the article lists. */
  actoPrevio?: boolean | ActoPrevio;
  /** Sanction accepted and fault cured, as its own article says; only where the DIAN settles it. */
  aceptadaYSubsanada?: boolean;
  /** Same conduct within two years of a firm act that sanctioned it. */
  reincidente?: boolean;
  /** The article of the sanction, `ET 652-1`: some admit no gradualidad. */
  sancion?: string;
}

/** How much of the sanction is paid, and why in plain Spanish. */
export interface Gradualidad {
  /** Percentage: 50, 75, 100 or 200. */
  al: number;
  frase: string;
  /** With its numeral or paragraph: `ET 640 num. 1`. */
  norma: string;
}

/**
 * Reduction or increase of a sanction (ET 640). What the article lists is read strictly: an emplazamiento para corregir or
 * an inspection does not keep the taxpayer from the reduction, and a repeat offence doubles only what the DIAN imposes
 * (par. 2), except the sanction of ET 652.
 */
export function gradualidad(hechos: HechosDeGradualidad): Gradualidad {
  const { liquida, aniosSinLaMisma, reincidente = false, sancion = '' } = hechos;
  const [parrafo] = Object.entries(excluidas).find(([, suyas]) => suyas.includes(sancion)) ?? [];
  if (parrafo !== undefined) {
    return entera(`No cambia: a la sanción de ${sancion} no se le aplica la gradualidad.`, parrafo);
  }
  if (reincidente && liquida === 'dian' && sancion !== 'ET 652') {
    return { al: reincidencia, frase: 'Se duplica, porque es reincidente.', norma: `${norma} par. 2` };
  }
  const impedimento = loQueImpide(hechos);
  if (impedimento) return impedimento;
  const escalon = escalaDe(liquida).find((e) => aniosSinLaMisma >= e.anios);
  if (escalon) return reduccionAl(liquida, escalon);
  const numeral = escalaDe(liquida).at(-1)?.numeral ?? 0;
  return entera('No se reduce: la misma falta se cometió hace muy poco.', `num. ${numeral} lit. a`);
}

/** The reduction of somebody who states to meet its conditions. @throws RangeError unless it is 50 or 75. */
export function reduccionDeclarada(al: 50 | 75, liquida: QuienLiquida = 'contribuyente'): Gradualidad {
  const escalon = escalaDe(liquida).find((e) => e.al === al);
  if (!escalon) throw new RangeError(`El ET 640 no reduce al ${String(al)} %`);
  return reduccionAl(liquida, escalon);
}

type Escalon = (typeof contribuyente)[number];

function escalaDe(liquida: QuienLiquida): readonly Escalon[] {
  return liquida === 'contribuyente' ? contribuyente : dian;
}

function loQueImpide({ liquida, actoPrevio = false, aceptadaYSubsanada = false }: HechosDeGradualidad) {
  const impide = typeof actoPrevio === 'boolean' ? actoPrevio : IMPIDEN.includes(actoPrevio);
  if (liquida === 'contribuyente' && impide) {
    return entera('No se reduce: la DIAN actuó antes.', 'num. 1 lit. b y num. 2 lit. b');
  }
  if (liquida === 'dian' && !aceptadaYSubsanada) {
    return entera(
      'No se reduce: falta aceptar la sanción y corregir la falta.',
      'num. 3 lit. b y num. 4 lit. b',
    );
  }
  return undefined;
}

function entera(frase: string, donde: string): Gradualidad {
  return { al: 100, frase, norma: `${norma} ${donde}` };
}

function reduccionAl(liquida: QuienLiquida, { al, anios, numeral }: Escalon): Gradualidad {
  const lapso = anios === 1 ? 'en el último año' : `en los últimos ${anios} años`;
  const condicion =
    liquida === 'contribuyente'
      ? `si ${lapso} no se cometió la misma falta`
      : `si ${lapso} no lo sancionaron en firme por la misma falta, acepta la sanción y corrige`;
  return { al, frase: `Se reduce al ${al} %, ${condicion}.`, norma: `${norma} num. ${numeral}` };
}
