import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { enviarMensaje, trabajo, type Trabajo, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular, idPublicoDe } from '../../rut/index.ts';
import { pagoPorId, reciboDe } from './consultas.ts';
import { NOVEDADES } from './novedades.ts';
import type { PagoRecibido, Recibo } from './recibo.ts';

export const AVISAR_PAGO = 'obligaciones.avisar-pago';

/** Tells the taxpayer, once, that a payment of theirs entered, and in plain words what did not agree in it. */
export const trabajoAvisarPago = (o: { urlPublica: string }): Trabajo =>
  trabajo({
    nombre: AVISAR_PAGO,
    async ejecutar({ id }: { id: string }, { enTransaccion }) {
      await enTransaccion(async (trx) => {
        const pago = await pagoPorId(trx, id);
        const recibo = pago && (await reciboDe(trx, pago.recibo));
        if (!recibo) return;
        const nuevo =
          await sql`insert into obligaciones.aviso_de_pago (pago, avisado_en) values (${id}, ${trx.ahora})
          on conflict do nothing returning pago`.execute(trx.bd);
        if (nuevo.rows.length > 0) await avisar(trx, pago, recibo, o.urlPublica);
      });
    },
  });

async function avisar(
  trx: Transaccion,
  pago: PagoRecibido,
  recibo: Recibo,
  urlPublica: string,
): Promise<void> {
  const contacto = await contactoDeTitular(trx, recibo.titular);
  if (!contacto) return;
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: `Recibimos su pago de ${formatearPesos(pago.valor)}`,
    texto: textoDelAviso(
      pago,
      recibo,
      `${urlPublica}/de/${await idPublicoDe(trx, recibo.titular)}/obligaciones/recibos/${recibo.numero}`,
    ),
  });
}

function textoDelAviso(pago: PagoRecibido, { numero, renglones }: Recibo, direccion: string): string {
  const que = renglones.map((r) => obligacionEnPalabras(r.concepto, r.anio, r.periodo));
  return [
    `El ${formatearFecha(pago.dia)} entró su pago de ${formatearPesos(pago.valor)}, con el recibo ${numero}.`,
    `Se abonó a: ${que.join('; ')}.`,
    ...pago.novedades.flatMap((n) => ['', NOVEDADES[n].persona]),
    '',
    `No tiene que llevar ningún soporte. El pago está en ${direccion}`,
  ].join('\n');
}
