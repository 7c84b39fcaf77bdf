import type { RegistroRut } from '../rut/index.ts';
import type { HechoQueFalta, HechosDeObligaciones } from './hechos.ts';

/** What a rule looks at. */
export interface Contexto {
  registro: RegistroRut;
  hechos: HechosDeObligaciones;
  /** The year that the obligation is about. */
  anio: number;
  /** Whether box 53 had one of these codes that year. */
  tiene: (...codigos: string[]) => boolean;
  /** Quality of grande contribuyente when it is filed: it does not matter since when. */
  granContribuyente: boolean;
  personaNatural: boolean;
}

export interface Juicio {
  estado: 'si' | 'no-se-sabe';
  /** For the person: why it is theirs, or what has to be known. */
  razon: string;
  articulo: string;
  falta?: HechoQueFalta;
  /** It comes from a fact alone: whatever box 53 says of that year, it stands. */
  porHecho?: boolean;
}

/** When somebody has an obligation of the calendar; undefined when they do not. */
export interface ReglaDeObligacion {
  /** Ids of `calendario`, which share the rule. */
  obligaciones: readonly string[];
  /**
   * The year that an annual obligation is about, whose box 53 counts. The periodic ones are about the year
   * of each period.
   */
  sobre?: 'anio-anterior' | 'anio-en-curso';
  juzgar: (c: Contexto) => Juicio | undefined;
}

export function si(razon: string, articulo: string): Juicio {
  return { estado: 'si', razon, articulo };
}

export function porHecho(razon: string, articulo: string): Juicio {
  return { estado: 'si', razon, articulo, porHecho: true };
}

export function noSeSabe(falta: HechoQueFalta, razon: string, articulo: string): Juicio {
  return { estado: 'no-se-sabe', razon, articulo, falta };
}

/** A yes or a no when the fact is there; otherwise, that it has to be known. */
export function segunHecho(
  hecho: boolean | undefined,
  falta: HechoQueFalta,
  { cumplido, porSaber, articulo }: { cumplido: string; porSaber: string; articulo: string },
): Juicio | undefined {
  if (hecho === undefined) return noSeSabe(falta, porSaber, articulo);
  return hecho ? porHecho(cumplido, articulo) : undefined;
}
