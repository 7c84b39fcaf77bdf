import { definidos } from '@autogestion/normas/definidos';
import { abrirBorrador, llenarBorrador } from '../../interfaz/recorrido/index.ts';
import type { Reloj, Transaccion } from '../../plataforma/index.ts';
import { estadosAl, leerLibro } from '../libro/index.ts';
import { reciboDe } from '../pagos/index.ts';
import type { ReciboLeido } from './leer-recibo.ts';
import { comoSeEscribe } from './preguntas.ts';
import type { recorridoDeLoPagado } from './recorrido.ts';

/**
 * Opens the search with what a slip says. Of one of the taxpayer's own it is also known what it paid, while that is owed,
 * and on which day the money entered; of another's, nothing but what its PDF says.
 * @returns the public identifier of the draft
 */
export async function abrirConRecibo(
  trx: Transaccion,
  { def, reloj, leido }: { def: ReturnType<typeof recorridoDeLoPagado>; reloj: Reloj; leido: ReciboLeido },
): Promise<string> {
  const recibo = await reciboDe(trx, leido.numero);
  const deben = estadosAl(await leerLibro(trx), trx.hoy).filter((o) => o.estado.debe > 0n);
  const deuda = deben.find((o) => recibo?.renglones.some((r) => r.idPublico === o.idPublico))?.idPublico;
  const pago = recibo?.pagos.at(-1);
  const b = await abrirBorrador(trx, def);
  await llenarBorrador(trx, b.id, {
    hechos: {},
    escrito: comoSeEscribe(reloj, {
      valor: pago?.valor ?? leido.total,
      recibo: leido.numero,
      ...definidos({ deuda, dia: pago?.dia }),
    }),
  });
  return b.idPublico;
}
