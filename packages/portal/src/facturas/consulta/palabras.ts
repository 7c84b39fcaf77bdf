import { formatearPesos } from '@autogestion/normas/dinero';
import { tipoDeDocumentoElectronico } from '@autogestion/normas/factura';
import { conMayuscula } from '@autogestion/normas/texto';

/** An amount in hundredths: pesos as they are written, and the rest where there is any. */
export function enDinero(centavos: bigint, moneda = 'COP'): string {
  const [enteros, resto] = [centavos / 100n, centavos % 100n];
  const con = resto === 0n ? '' : `,${String(resto).padStart(2, '0')}`;
  return moneda === 'COP'
    ? `${formatearPesos(enteros)}${con}`
    : `${formatearPesos(enteros).replace(/^\$\s*/, '')}${con} ${moneda}`;
}

/** «Factura electrónica de venta» of «01». */
export const nombreDelTipo = (tipo: string): string =>
  tipoDeDocumentoElectronico(tipo)?.nombre ?? conMayuscula(`documento ${tipo}`);

const CONCEPTOS: Readonly<Record<string, string>> = {
  '1': 'devolución de una parte',
  '2': 'anulación',
  '3': 'rebaja o descuento',
  '4': 'ajuste del precio',
};
/** Why a credit note was made (annex 1.9; 5 and 6 are told otherwise by each source, and not told here). */
export const conceptoDeNota = (tipo: string, concepto: string): string =>
  tipo === '91' ? (CONCEPTOS[concepto] ?? 'otro motivo') : 'aumenta el valor';
