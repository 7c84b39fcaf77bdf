import {
  auditar,
  errores,
  idPublico,
  llamar,
  uuidv7,
  type EnTransaccion,
  type Peticion,
} from '../../../plataforma/index.ts';
import { erroresDeObligaciones } from '../../errores.ts';
import { reciboDe } from '../consultas.ts';
import { estadoDelRecibo } from '../recibo.ts';
import { anotarSuceso, operacionDe, type Operacion } from './operacion.ts';
import type { PuertoBanco } from './puerto.ts';

/**
 * Begins to pay a slip at the bank, or gives the payment that is under way: pressed twice, it is one. The bank is asked
 * outside any transaction, and asked again with the same identifier if its answer was lost.
 * @throws ErrorDominio when the slip cannot be paid, is not theirs, or the bank does not answer
 */
export async function pagarEnLinea(
  p: Peticion<{ titular: string; recibo: string }>,
  {
    banco,
    comoPropietario,
    urlPublica,
  }: { banco: PuertoBanco; comoPropietario: EnTransaccion; urlPublica: string },
): Promise<Operacion> {
  const operacion = await p.enTransaccion(async (trx) => {
    const nueva = idPublico();
    const cual = await llamar(trx, 'obligaciones.empezar_operacion', {
      id: uuidv7(trx.ahora),
      idPublico: nueva,
      recibo: p.parametros.recibo,
      banco: banco.nombre,
      ahora: trx.ahora,
    });
    // Read with the taxpayer's ledger held: whoever paid it meanwhile is seen.
    const recibo = await reciboDe(trx, p.parametros.recibo);
    const hallada = cual === null ? undefined : await operacionDe(trx, cual);
    if (!hallada || recibo?.titular !== p.titular) throw errores.noEncontrado();
    if (cual === nueva) {
      if (estadoDelRecibo(recibo, trx.hoy) !== 'por-pagar') throw erroresDeObligaciones.reciboQueNoSePaga();
      await auditar(trx, { accion: 'obligaciones.pagar-en-linea', objeto: `operacion:${hallada.id}` });
    }
    return hallada;
  });
  if (operacion.estado !== 'empezada') return operacion;
  const { ir } = await banco
    .cobrar({
      operacion: operacion.idPublico,
      recibo: operacion.recibo,
      valor: operacion.valor,
      volver: `${urlPublica}/de/${p.parametros.titular}/obligaciones/pagos/${operacion.idPublico}`,
    })
    .catch((err: unknown) => {
      p.registro.warn({ err }, 'el banco no responde');
      throw erroresDeObligaciones.bancoNoResponde();
    });
  await comoPropietario({ tipo: 'sistema', trabajo: 'obligaciones.pagar-en-linea' }, (trx) =>
    anotarSuceso(trx, operacion, 'enviada', ir),
  );
  return { ...operacion, estado: 'en-el-banco', ir };
}
