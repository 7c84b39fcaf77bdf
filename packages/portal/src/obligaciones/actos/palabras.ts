import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha } from '@autogestion/normas/fechas';
import { NOMBRE_DE_RUBRO } from '../estado/index.ts';
import type { Libro } from '../libro/index.ts';
import type { Acto } from './acto.ts';
import { cualObligacion, pagoDelLibro } from './lo-que-hay.ts';

/** What an act does, in the present: the list, its page and its confirmation say it so. */
export const NOMBRE_DE_ACTO = {
  reimputacion: 'Pasar un pago a otra obligación',
  anulacion: 'Anular un pago',
  cargo: 'Cobrar por un acto de la oficina',
  baja: 'Reducir lo cobrado',
} as const;

export const nombreDeActo = (a: { clase: Acto['clase']; baja?: boolean | null }): string =>
  NOMBRE_DE_ACTO[a.clase === 'cargo' && a.baja === true ? 'baja' : a.clase];

/** What an act changes, whole, in sentences. */
export function enPalabras(acto: Acto, libro: Libro): string[] {
  const pesos = formatearPesos(acto.valor);
  if (acto.clase === 'cargo') {
    const cual = obligacionEnPalabras(acto.concepto, acto.anio, acto.periodo);
    const rubro = NOMBRE_DE_RUBRO[acto.rubro].toLocaleLowerCase('es-CO');
    return [
      `${acto.baja ? 'Se reducen' : 'Se cobran'} ${pesos} de ${rubro}, en ${cual}.`,
      `Es por ${acto.documento}, del ${formatearFecha(acto.expedido)}, en firme desde el ${formatearFecha(acto.desde)} (${acto.articulo}).`,
      acto.baja
        ? `Se reduce lo que vencía el ${formatearFecha(acto.vence)}.`
        : `El último día para pagar es el ${formatearFecha(acto.vence)}.`,
    ];
  }
  const esta = pagoDelLibro(libro, acto.sobre);
  const cuando = esta ? formatearFecha(esta.dia) : '';
  const de = cualObligacion(libro, esta?.obligacion ?? '');
  if (acto.clase === 'anulacion')
    return [
      `Se anulan ${pesos} del pago del ${cuando}, en ${de}.`,
      'Los intereses se cuentan como si ese dinero nunca hubiera entrado.',
    ];
  return [
    `Pasan ${pesos}, pagados el ${cuando}, de ${de} a ${cualObligacion(libro, acto.destino)}.`,
    'Lo pagado en total no cambia. Los intereses se cuentan hasta el día del pago (ET 803 y 804).',
  ];
}
