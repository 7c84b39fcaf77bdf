import {
  idPublico,
  llamar,
  nombreDelActor,
  trabajo,
  uuidv7,
  type Trabajo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { anunciarPagos } from '../pagos/index.ts';
import { avanceDe } from './consultas.ts';

export const ASENTAR_RECAUDO = 'obligaciones.asentar-recaudo';

/** Lines of one transaction: enough to be fast, few enough for nobody to wait behind it. */
const POR_TANDA = 2_000;

/**
 * Posts the file that somebody confirmed, batch by batch, each its own transaction. Whatever kills it, the next run goes on
 * from the last batch that was committed.
 */
export const trabajoAsentarRecaudo: Trabajo = trabajo({
  nombre: ASENTAR_RECAUDO,
  async ejecutar({ archivo }: { archivo: string }, { enTransaccion }) {
    for (let falta = true; falta;) falta = await enTransaccion((trx) => asentarTanda(trx, archivo));
  },
});

/** Posts the next batch of a file. As the owner. @returns whether there is more to post */
export async function asentarTanda(
  trx: Transaccion,
  archivo: string,
  porTanda = POR_TANDA,
): Promise<boolean> {
  const avance = await avanceDe(trx, archivo);
  if (!avance?.confirmado || avance.asentadas >= avance.lineas) return false;
  const desde = avance.asentadas + 1;
  const hasta = Math.min(avance.lineas, avance.asentadas + porTanda);
  const cuantas = Array.from({ length: hasta - desde + 1 });
  const nuevos = await llamar(trx, 'obligaciones.asentar_recaudo', {
    ...{ archivo, desde, hasta, ahora: trx.ahora, actor: nombreDelActor(trx.actor) },
    ids: cuantas.map(() => uuidv7(trx.ahora)),
    publicos: cuantas.map(() => idPublico()),
  });
  await anunciarPagos(
    trx,
    nuevos.map((p) => ({
      id: p.pago ?? '',
      recibo: p.recibo ?? '',
      valor: p.valor ?? 0n,
      titular: p.titular,
      novedades: p.novedades ?? [],
    })),
  );
  return hasta < avance.lineas;
}
