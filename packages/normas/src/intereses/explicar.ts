import { enPorcentaje } from '../dinero/index.ts';
import { cifra, dato } from '../explicacion/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { mesEnPalabras } from '../tasas/index.ts';
import type { LecturaDeLaTasa, Tramo } from './tramos.ts';

interface Liquidado {
  valor: bigint;
  vence: Fecha;
  paga: Fecha;
  dias: number;
  interes: bigint;
  tramos: readonly (Tramo & { interes: bigint })[];
  lectura: LecturaDeLaTasa;
}

const NORMA = 'ET 634 y 635';

const COMO: Record<LecturaDeLaTasa, string> = {
  'por-mes': 'cada mes con su propia tasa',
  'dia-de-pago': 'todos con la tasa del mes en que se paga',
};

export function explicarInteres({
  valor,
  vence,
  paga,
  dias,
  interes,
  tramos,
  lectura,
}: Liquidado): Explicacion {
  const deuda = dato('Valor que no se pagó a tiempo', valor, `Vencía el ${formatearFecha(vence)}.`);
  if (tramos.length === 0) {
    const frase = `No hay interés: se paga el ${formatearFecha(paga)}, dentro del plazo.`;
    return { titulo: 'Interés de mora', valor: interes, frase, norma: NORMA, partes: [deuda] };
  }
  return {
    titulo: 'Interés de mora',
    valor: interes,
    frase: `${dias === 1 ? 'Es un día' : `Son ${dias} días`} de retraso, desde el siguiente al vencimiento hasta el ${formatearFecha(paga)} incluido, ${COMO[lectura]}.`,
    formula: `${tramos.map((t) => cifra(t.interes)).join(' + ')} = ${cifra(interes)}`,
    norma: NORMA,
    partes: [deuda, ...tramos.map((t) => explicarTramo(valor, t))],
  };
}

function explicarTramo(
  valor: bigint,
  { mes, dias, tasa, diasDelAnio, interes }: Liquidado['tramos'][number],
) {
  const [mora, usura, puntos] = [tasa.mora, tasa.usura, tasa.puntos].map(enPorcentaje);
  const deQue = tasa.mes === mes ? '' : ` de ${mesEnPalabras(tasa.mes)}`;
  return {
    titulo: `Interés de ${mesEnPalabras(mes)}`,
    valor: interes,
    frase: `${dias === 1 ? 'Es un día' : `Son ${dias} días`} al ${mora ?? ''} anual: la usura${deQue}, ${usura ?? ''}, menos ${puntos?.replace(' %', '') ?? ''} puntos.`,
    formula: `${cifra(valor)} × ${mora ?? ''} / ${diasDelAnio} × ${dias} ≈ ${cifra(interes)}`,
    norma: tasa.norma,
    partes: [],
  };
}
