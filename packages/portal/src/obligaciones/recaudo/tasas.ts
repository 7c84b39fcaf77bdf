import { fecha, sumarMeses, type Fecha } from '@autogestion/normas/fechas';
import { mesDe, MESES_CON_TASA, mesEnPalabras } from '@autogestion/normas/tasas';
import { porcentajeEscrito } from '@autogestion/normas/rut';
import { auditar, llamar, type Transaccion } from '../../plataforma/index.ts';

/** A month after those that came with the program, and its usury rate if somebody wrote it down. */
export interface MesDeUsura {
  /** `2026-04` */
  mes: string;
  enPalabras: string;
  /** Percent a year; where there is none, interest is told with that of the last month that is known. */
  usura?: string;
  fuente?: string;
}

const TODO = 2n ** 63n - 1n;

/** From the first month that did not come with the program to the next one, whose rate is certified before it begins. */
export async function mesesDeUsura(trx: Transaccion): Promise<MesDeUsura[]> {
  const anotadas = new Map((await llamar(trx, 'obligaciones.tasas', { corte: TODO })).map((t) => [t.mes, t]));
  return mesesDesconocidos(trx.hoy).map((mes) => {
    const anotada = anotadas.get(mes);
    return {
      mes,
      enPalabras: mesEnPalabras(mes),
      ...(anotada && { usura: anotada.usura ?? '', fuente: anotada.fuente ?? '' }),
    };
  });
}

function mesesDesconocidos(hoy: Fecha): string[] {
  const hasta = mesDe(sumarMeses(hoy, 1));
  const meses: string[] = [];
  for (
    let dia = sumarMeses(fecha(`${MESES_CON_TASA.ultimo}-01`), 1);
    mesDe(dia) <= hasta;
    dia = sumarMeses(dia, 1)
  )
    meses.push(mesDe(dia));
  return meses;
}

/** Writes a certified rate down: interest of that month is another from now on, and what was told before stands. */
export async function anotarTasa(
  trx: Transaccion,
  { mes, centesimas, fuente }: { mes: string; centesimas: number; fuente: string },
): Promise<void> {
  await llamar(trx, 'obligaciones.anotar_tasa', {
    ...{ mes, fuente, ahora: trx.ahora, usura: String(centesimas / 100) },
  });
  await auditar(trx, {
    accion: 'obligaciones.anotar-tasa',
    datos: { mes, usura: porcentajeEscrito(centesimas), fuente },
  });
}
