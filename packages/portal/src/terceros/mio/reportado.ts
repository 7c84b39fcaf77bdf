import { usoDe, type Uso } from '@autogestion/normas/exogena';
import { hayCasillasDe, topesReportados, type TopeReportado } from '@autogestion/normas/formularios/210';
import { anioDe } from '@autogestion/normas/fechas';
import type { Transaccion } from '../../plataforma/index.ts';
import { aniosReportados, vigentesDe, type Vigente } from '../vigentes/index.ts';

/** A record with how it is read. */
export interface Reportado extends Vigente {
  uso: Uso;
}

/** What others reported of a person for a year. */
export interface AnioReportado {
  anio: number;
  /** Those of which somebody reported something, the newest first. */
  anios: readonly number[];
  reportados: readonly Reportado[];
  topes: readonly TopeReportado[];
  /** Whether the form of that year is known: otherwise no box is suggested. */
  conCasillas: boolean;
}

/** Of the taxpayer for whom the transaction acts. @param pedido the last year with something unless told */
export async function loReportadoDe(trx: Transaccion, pedido?: number): Promise<AnioReportado> {
  const anios = await aniosReportados(trx);
  const anio = pedido ?? anios[0] ?? anioDe(trx.hoy) - 1;
  const vigentes = await vigentesDe(trx, anio);
  return {
    anio,
    anios,
    reportados: vigentes.map((v) => ({ ...v, uso: usoDe(v.reporte, anio) })),
    // An account of several counts for whom it is reported as the first one's.
    topes: topesReportados(
      vigentes.filter((v) => v.orden === 0).map((v) => v.reporte),
      anio,
    ),
    conCasillas: hayCasillasDe(anio),
  };
}
