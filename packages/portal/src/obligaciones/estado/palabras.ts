import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras, type EstadoDeCuenta } from '@autogestion/normas/estado-de-cuenta';
import { diasEntre, formatearFecha, type Fecha } from '@autogestion/normas/fechas';

/** How an obligation stands on a day. */
export type ClaseDeEstado = 'vencida' | 'en-plazo' | 'por-reintegrar' | 'a-favor' | 'al-dia';

interface DeCual {
  concepto: string;
  anio: number;
  periodo: string;
  estado: EstadoDeCuenta;
}

export function claseDe({ debe, diasDeMora, vence, exceso, porReintegrar }: EstadoDeCuenta): ClaseDeEstado {
  if (debe > 0n && diasDeMora > 0) return 'vencida';
  if (debe > 0n) return vence === undefined || debe === porReintegrar ? 'por-reintegrar' : 'en-plazo';
  return exceso > 0n ? 'a-favor' : 'al-dia';
}

const dias = (n: number): string => (n === 1 ? 'un día' : `${n} días`);

/** The state in two or three words, as a tag. */
export const etiquetaDe = (e: EstadoDeCuenta): string =>
  (claseDe(e) === 'vencida' ? 'Vencida' : comoEsta(e)).toLocaleUpperCase('es-CO');

/** «Vencida hace 23 días», «Vence hoy», «Vence en 7 días», «A favor», «Al día». */
function comoEsta(e: EstadoDeCuenta): string {
  switch (claseDe(e)) {
    case 'vencida':
      return `Vencida hace ${dias(e.diasDeMora)}`;
    case 'en-plazo':
      return e.vence === e.al ? 'Vence hoy' : `Vence en ${dias(diasEntre(e.al, e.vence ?? e.al))}`;
    case 'por-reintegrar':
      return 'Por reintegrar';
    case 'a-favor':
      return 'A favor';
    case 'al-dia':
      return 'Al día';
  }
}

/**
 * The one line that a person understands: «Debe $ 412.000 de renta de 2025, vencida hace 23 días; mañana serán
 * $ 412.300.»
 * @param hoy of the office: «mañana» is said of today alone
 */
export function enUnaLinea({ concepto, anio, periodo, estado: e }: DeCual, hoy: Fecha): string {
  const cual = obligacionEnPalabras(concepto, anio, periodo);
  const debe = `Debe ${formatearPesos(e.debe)} de ${cual}`;
  const manana =
    e.porDia > 0n
      ? `; ${e.al === hoy ? 'mañana' : 'un día después'} serán ${formatearPesos(e.debe + e.porDia)}`
      : '';
  switch (claseDe(e)) {
    case 'vencida':
      return `${debe}, ${comoEsta(e).toLocaleLowerCase('es-CO')}${manana}.`;
    case 'en-plazo':
      return e.vence === e.al
        ? `${debe}; vence hoy. Si paga hoy no le cuesta más.`
        : `${debe}; ${comoEsta(e).toLocaleLowerCase('es-CO')}, el ${formatearFecha(e.vence ?? e.al)}. Hasta ese día no le cuesta más.`;
    case 'por-reintegrar':
      return `${debe}: se le devolvió más de lo que tenía a favor.`;
    case 'a-favor':
      return `Tiene ${formatearPesos(e.exceso)} a favor en ${cual}.`;
    case 'al-dia':
      return `No debe nada de ${cual}.`;
  }
}

interface Sumas {
  debe: bigint;
  vencido: bigint;
  aFavor: bigint;
  /** How many owe. */
  deudas: number;
}

/** The total in one sentence. */
export function totalEnUnaLinea({ debe, vencido, aFavor, deudas }: Sumas, al: Fecha, hoy: Fecha): string {
  const cuando = al === hoy ? 'Hoy' : `El ${formatearFecha(al)}`;
  const deFavor = aFavor > 0n ? ` Tiene ${formatearPesos(aFavor)} a favor.` : '';
  if (debe === 0n) return `${cuando} no debe nada.${deFavor}`;
  const en = deudas === 1 ? '' : ` en ${deudas} obligaciones`;
  const cuanto =
    vencido === debe
      ? deudas === 1
        ? ', y ya venció'
        : ', y todo está vencido'
      : vencido === 0n
        ? ', y nada ha vencido'
        : `; de eso, ${formatearPesos(vencido)} ya venció`;
  return `${cuando} debe ${formatearPesos(debe)}${en}${cuanto}.${deFavor}`;
}
