import { aptitudPara, DIAS_DE_AVISO, type Aptitud } from '@autogestion/normas/firma';
import type { Fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import type { Transaccion } from '../plataforma/index.ts';
import { vencimientosDe, type VencimientoPropio } from '../vencimientos/index.ts';
import { hechosDeFirma } from './estado.ts';

/** A day on which something falls due, and whether the person could sign it today. */
export interface AptitudParaUnDia {
  vence: Fecha;
  /** What falls due that day. */
  vencimientos: VencimientoPropio[];
  aptitud: Aptitud;
}

/** From this many days before a due date the person is told. */
const DESDE_DIAS = DIAS_DE_AVISO[0];

/** The days that are near, each with what falls due and whether the person could sign; empty when none is. */
export async function aptitudesProximas(
  trx: Transaccion,
  persona: string,
  registro: RegistroRut,
): Promise<AptitudParaUnDia[]> {
  const proximos = await vencimientosDe(trx, { titular: persona, registro }, DESDE_DIAS);
  if (proximos.length === 0) return [];
  const hechos = await hechosDeFirma(trx, persona);
  return [...new Set(proximos.map((v) => v.fecha))].map((vence) => ({
    vence,
    vencimientos: proximos.filter((v) => v.fecha === vence),
    aptitud: aptitudPara(vence, trx.hoy, hechos),
  }));
}
