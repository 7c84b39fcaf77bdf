/*
 * Ley 962 de 2005, art. 43, as Circular DIAN 118 de 2005 lists it (contribuyente.org and actualicese.com, where the article
 * is transcribed; Oficios DIAN 093800 de 2005 and 010941 de 2015 in cijuf.org.co quote it too). ET 588, 589: estatuto.co.
 */

export const LEY_962 = 'Ley 962 de 2005, art. 43';

/** How long whoever is told of a correction has to object to it, in months; then the return stands as corrected. */
export const MESES_PARA_OBJETAR = 1;

/** What a person may have written wrong, and whether the article counts it among what is only form. */
interface ErrorConocido {
  /** As it is offered to who tells it. */
  nombre: string;
  /** In which documents it may be. */
  en: readonly Documento[];
  /**
   * `forma`: it says who, what or when, and moves no figure. `cifra`: a figure that may or may not move the tax. `fondo`:
   * a figure out of which the tax comes.
   */
  toca: 'forma' | 'cifra' | 'fondo';
  norma: string;
}

export type Documento = 'declaracion' | 'recibo';

const AMBOS = ['declaracion', 'recibo'] as const;
const SOLO_DECLARACION = ['declaracion'] as const;
const SOLO_RECIBO = ['recibo'] as const;

export const ERRORES = {
  nit: { nombre: 'El NIT', en: AMBOS, toca: 'forma', norma: LEY_962 },
  nombre: { nombre: 'El nombre o la razón social', en: AMBOS, toca: 'forma', norma: LEY_962 },
  concepto: { nombre: 'El impuesto que se paga', en: SOLO_RECIBO, toca: 'forma', norma: LEY_962 },
  anio: { nombre: 'El año', en: AMBOS, toca: 'forma', norma: LEY_962 },
  periodo: { nombre: 'El período', en: AMBOS, toca: 'forma', norma: LEY_962 },
  cuota: { nombre: 'El número de la cuota', en: SOLO_RECIBO, toca: 'forma', norma: LEY_962 },
  actividad: {
    nombre: 'El código de la actividad económica',
    en: SOLO_DECLARACION,
    toca: 'forma',
    norma: LEY_962,
  },
  arrastre: {
    nombre: 'El saldo a favor o el anticipo que viene del período anterior',
    en: SOLO_DECLARACION,
    toca: 'cifra',
    norma: LEY_962,
  },
  aritmetica: {
    nombre: 'Una suma o una resta mal hecha',
    en: SOLO_DECLARACION,
    toca: 'cifra',
    norma: LEY_962,
  },
  transcripcion: {
    nombre: 'Una cifra mal copiada de una casilla a otra',
    en: SOLO_DECLARACION,
    toca: 'cifra',
    norma: LEY_962,
  },
  retenciones: {
    nombre: 'Las retenciones que le practicaron',
    en: SOLO_DECLARACION,
    toca: 'fondo',
    norma: 'ET 589',
  },
  valor: {
    nombre: 'Ingresos, costos, deducciones u otro valor declarado',
    en: SOLO_DECLARACION,
    toca: 'fondo',
    norma: 'ET 588 y 589',
  },
  pagado: { nombre: 'El valor que se pagó', en: SOLO_RECIBO, toca: 'fondo', norma: 'ET 815 y 850' },
} as const satisfies Readonly<Record<string, ErrorConocido>>;

export type CampoErrado = keyof typeof ERRORES;
