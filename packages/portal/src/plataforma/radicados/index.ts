import { llamar } from '../base-de-datos/index.ts';
import type { Transaccion } from '../transaccion/index.ts';

/** Letters of each kind of filing; the table `plataforma.radicado_serie` repeats them and makes the sequences. */
export type SerieRadicado = 'RU' | 'RA' | 'FE' | 'OB' | 'FP' | 'RT';

/** `2026RU000000017`: year, two letters, nine digits. Never repeated; gaps are possible. */
export async function nuevoRadicado(trx: Transaccion, serie: SerieRadicado): Promise<string> {
  const anio = Number(trx.hoy.slice(0, 4));
  const radicado = await llamar(trx, 'plataforma.nuevo_radicado', { letras: serie, anio });
  if (!radicado) throw new Error(`No series of radicados has the letters ${serie}`);
  return radicado;
}

export const FORMA_RADICADO = /^\d{4}[A-Z]{2}\d{9}$/;
