import datos from './datos/sanciones.json' with { type: 'json' };

const { contribuyente, dian, norma, reincidencia } = datos.gradualidad;

/** What decides how much of a sanction is paid (ET 640). */
export interface HechosDeGradualidad {
  /** Who settles it: the person in the return, or the DIAN in an act. */
  liquida: 'contribuyente' | 'dian';
  /** Whole years before this conduct without having committed the same. */
  aniosSinLaMisma: number;
  /** Pliego de cargos, requerimiento especial or emplazamiento por no declarar already notified. */
  actoPrevio?: boolean;
  /** Sanction accepted and fault cured; only where the DIAN settles it. */
  aceptadaYSubsanada?: boolean;
  /** Same conduct within two years of a firm act that sanctioned it. */
  reincidente?: boolean;
}

/** How much of the sanction is paid, and why in plain Spanish. */
export interface Gradualidad {
  /** Percentage: 50, 75, 100 or 200. */
  al: number;
  frase: string;
  norma: string;
}

/**
 * Reduction or increase of a sanction (ET 640). It does not touch interest, nor the sanctions of its
 * paragraph 3. Who is a repeat offender is taken to have no reduction.
 */
export function gradualidad(hechos: HechosDeGradualidad): Gradualidad {
  const { liquida, aniosSinLaMisma, reincidente = false } = hechos;
  if (reincidente) {
    return { al: reincidencia, frase: 'Se duplica, porque es reincidente.', norma: `${norma} par. 2` };
  }
  const impedimento = loQueImpide(hechos);
  if (impedimento !== undefined) return { al: 100, frase: impedimento, norma };
  const escalon = (liquida === 'contribuyente' ? contribuyente : dian).find(
    (e) => aniosSinLaMisma >= e.anios,
  );
  return escalon ? reduccionAl(escalon.al, escalon.anios) : { al: 100, frase: SIN_ANIOS, norma };
}

/** The reduction of somebody who states to meet its conditions. @throws RangeError unless it is 50 or 75. */
export function reduccionDeclarada(al: 50 | 75): Gradualidad {
  const escalon = contribuyente.find((e) => e.al === al);
  if (!escalon) throw new RangeError(`El ET 640 no reduce al ${String(al)} %`);
  return reduccionAl(escalon.al, escalon.anios);
}

const SIN_ANIOS = 'No se reduce: la misma falta se cometió hace muy poco.';

function loQueImpide({ liquida, actoPrevio = false, aceptadaYSubsanada = false }: HechosDeGradualidad) {
  if (liquida === 'contribuyente' && actoPrevio) return 'No se reduce: la DIAN actuó antes.';
  if (liquida === 'dian' && !aceptadaYSubsanada) {
    return 'No se reduce: falta aceptar la sanción y corregir la falta.';
  }
  return undefined;
}

function reduccionAl(al: number, anios: number): Gradualidad {
  const lapso = anios === 1 ? 'en el último año' : `en los últimos ${anios} años`;
  return { al, frase: `Se reduce al ${al} %, si ${lapso} no se cometió la misma falta.`, norma };
}
