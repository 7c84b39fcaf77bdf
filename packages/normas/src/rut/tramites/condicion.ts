/** Whether a condition holds. What is not known is never taken for a yes, nor for a no. */
export type EstadoCondicion = 'cumple' | 'no-cumple' | 'no-se-sabe';

/**
 * How sure the rule is: an article (`norma`), what the DIAN publishes about how it works (`dian`), or a
 * choice of this office where both are silent (`parametro`).
 */
export type Certeza = 'norma' | 'dian' | 'parametro';

/** One condition of a procedure, judged. */
export interface Condicion {
  /** For programs; a condition of one year ends in it: `ingresos-2025`. */
  id: string;
  estado: EstadoCondicion;
  /** For the person: why it is met or not, or what is missing to know. */
  razon: string;
  articulo: string;
  certeza: Certeza;
  /** While it is not known: the office looks for it, and nobody asks the person. */
  verifica?: 'oficina';
}

export interface Evaluacion {
  /** Met when all are; not met when one is not; otherwise it is not known yet. */
  estado: EstadoCondicion;
  condiciones: Condicion[];
}

/** A fact that somebody had to look for: the debts of a person, the processes against them. */
export type Verificacion = 'no-hay' | 'hay' | 'no-verificado';

/** A fact that cannot be: fewer than zero shops, income below zero. A mistake of the program. */
export class HechoImposible extends RangeError {
  readonly codigo = 'hecho-imposible';
  constructor(hecho: string) {
    super(`Hecho imposible: ${hecho}`);
    this.name = 'HechoImposible';
  }
}

interface Definicion extends Pick<Condicion, 'id' | 'articulo'> {
  /** True when the condition is met; missing when it is not known. */
  hecho: boolean | undefined;
  cumple: string;
  noCumple: string;
  noSeSabe: string;
  certeza?: Certeza;
  verifica?: 'oficina';
}

export function condicion(d: Definicion): Condicion {
  const estado = estadoDe(d.hecho);
  const razon = { cumple: d.cumple, 'no-cumple': d.noCumple, 'no-se-sabe': d.noSeSabe }[estado];
  return {
    id: d.id,
    estado,
    razon,
    articulo: d.articulo,
    certeza: d.certeza ?? 'norma',
    ...(estado === 'no-se-sabe' && d.verifica && { verifica: d.verifica }),
  };
}

export function estadoDe(hecho: boolean | undefined): EstadoCondicion {
  return hecho === undefined ? 'no-se-sabe' : hecho ? 'cumple' : 'no-cumple';
}

/** The contrary of a fact; what is not known stays so. */
export function negar(hecho: boolean | undefined): boolean | undefined {
  return hecho === undefined ? undefined : !hecho;
}

/** True when it was looked for and there is none. */
export function sinHallazgo(v: Verificacion | undefined): boolean | undefined {
  return v === undefined || v === 'no-verificado' ? undefined : v === 'no-hay';
}

/** All of them. Without any, it is met. */
export function todas(estados: readonly EstadoCondicion[]): EstadoCondicion {
  if (estados.includes('no-cumple')) return 'no-cumple';
  return estados.includes('no-se-sabe') ? 'no-se-sabe' : 'cumple';
}

/** At least one of them. Without any, it is not met. */
export function alguna(estados: readonly EstadoCondicion[]): EstadoCondicion {
  if (estados.includes('cumple')) return 'cumple';
  return estados.includes('no-se-sabe') ? 'no-se-sabe' : 'no-cumple';
}

export function evaluacion(condiciones: Condicion[]): Evaluacion {
  return { estado: todas(condiciones.map((c) => c.estado)), condiciones };
}
