import type { Transaccion } from '../../plataforma/index.ts';
import { leerLibro, type Libro } from '../libro/index.ts';
import type { LoSabido } from './calcular.ts';
import { diasDeIncumplimiento, enFacilidad } from './consultas.ts';
import { deudasVencidas, tasasDelLibro } from './deudas.ts';

/** What the office knows today of the taxpayer for whom the transaction acts, and of which cut of the ledger it is. */
export async function leerLoSabido(trx: Transaccion): Promise<LoSabido & { libro: Libro }> {
  const libro = await leerLibro(trx);
  const cubiertas = await enFacilidad(trx);
  return {
    libro,
    hoy: trx.hoy,
    deudas: deudasVencidas(libro, trx.hoy).filter((d) => !cubiertas.has(d.id)),
    tasas: tasasDelLibro(libro, trx.hoy),
    incumplidas: await diasDeIncumplimiento(trx),
  };
}
