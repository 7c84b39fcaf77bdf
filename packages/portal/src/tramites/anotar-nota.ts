import type { Transaccion } from '../plataforma/index.ts';
import { anotar } from './anotar.ts';
import { casoDeMesa } from './atender-caso.ts';
import type { Caso } from './consultas.ts';
import { auditarCaso } from './repartir-casos.ts';

/**
 * A note between officials: whoever works the queue writes it, whoever has the case, and it stays as it was written. The
 * person is told that there is one in the log of their data, and its text is shown to officials alone.
 */
export async function anotarNota(trx: Transaccion, e: { radicado: string; texto: string }): Promise<Caso> {
  const caso = await casoDeMesa(trx, e.radicado);
  await auditarCaso(trx, 'tramites.anotar-nota', caso);
  return anotar(trx, caso, 'nota', { texto: e.texto });
}
