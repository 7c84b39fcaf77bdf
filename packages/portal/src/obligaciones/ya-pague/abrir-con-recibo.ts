import { definidos } from '@autogestion/normas/definidos';
import { abrirBorrador, llenarBorrador } from '../../interfaz/recorrido/index.ts';
import { rechazo, type Rechazo, type Reloj, type Transaccion } from '../../plataforma/index.ts';
import { estadosAl, leerLibro } from '../libro/index.ts';
import { reciboDe, totalDelRecibo } from '../pagos/index.ts';
import type { ReciboLeido } from './leer-recibo.ts';
import { comoSeEscribe } from './preguntas.ts';
import type { recorridoDeLoPagado } from './recorrido.ts';

interface Recorrido {
  def: ReturnType<typeof recorridoDeLoPagado>;
  reloj: Reloj;
}

/**
 * The same by a number that was typed: only of a slip of the taxpayer's own, so that no answer tells whether another's is.
 * @returns the public identifier of the draft, or what is wrong with the number
 */
export async function abrirConNumero(
  trx: Transaccion,
  { numero, ...recorrido }: Recorrido & { numero: string },
): Promise<Rechazo | { tipo: 'abierto'; idPublico: string }> {
  const recibo = await reciboDe(trx, numero);
  if (!recibo)
    return rechazo({
      numero:
        'Ninguno de sus recibos tiene ese número. Revise las cifras; si están bien, oprima «Buscar mi pago» y escriba los datos.',
    });
  const leido = { numero, total: totalDelRecibo(recibo) };
  return { tipo: 'abierto', idPublico: await abrirConRecibo(trx, { ...recorrido, leido }) };
}

/**
 * Opens the search with what a slip says. Of one of the taxpayer's own it is also known what it paid, while that is owed,
 * and on which day the money entered; of another's, nothing but what its PDF says.
 * @returns the public identifier of the draft
 */
export async function abrirConRecibo(
  trx: Transaccion,
  { def, reloj, leido }: Recorrido & { leido: Pick<ReciboLeido, 'numero' | 'total'> },
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
