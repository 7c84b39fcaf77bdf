import type { Fecha } from '@autogestion/normas/fechas';
import { definidos } from '@autogestion/normas/definidos';
import { sql } from 'kysely';
import { trabajo, type Trabajo, type Transaccion } from '../../../plataforma/index.ts';
import { registrarPago } from '../registrar-pago.ts';
import type { DichoPorElBanco } from './dicho.ts';
import { anotarSuceso, operacionDe, operacionesSinFin, type Operacion } from './operacion.ts';
import type { PuertoBanco } from './puerto.ts';

/**
 * What the bank says of a payment, told or asked: how it stands is noted, and what entered is posted. Told twice, or by
 * both ways, it is posted once. As the owner.
 * @throws RangeError for a day that has not come
 */
export async function oirAlBanco(trx: Transaccion, banco: string, d: DichoPorElBanco): Promise<void> {
  const operacion = await operacionDe(trx, d.operacion);
  if (operacion) await anotarSuceso(trx, operacion, d.estado);
  if (d.estado !== 'aprobada') return;
  await registrarPago(trx, {
    recibo: operacion?.recibo ?? d.recibo,
    valor: BigInt(d.valor),
    dia: d.dia as Fecha,
    medio: 'en-linea',
    ...{ banco, referencia: d.referencia },
    ...definidos({ pagador: d.pagador }),
  });
}

/** A notice is read once. @returns false for one that was read before */
export async function estrenarAviso(trx: Transaccion, firma: Buffer): Promise<boolean> {
  const { rows } =
    await sql`insert into obligaciones.aviso_de_banco (firma, leido_en) values (${firma}, ${trx.ahora})
    on conflict do nothing returning firma`.execute(trx.bd);
  return rows.length > 0;
}

/** Payments of which the bank is asked at a time. */
const LOTE = 200;

/** House rule: after so long a bank that does not know of a payment will not hear of it any more. */
const OLVIDADA_MINUTOS = 30;

/** Each minute, the bank is asked for every payment of which it has not said how it ended: a notice may never come. */
export const trabajoPreguntarAlBanco = (banco: PuertoBanco): Trabajo =>
  trabajo({
    nombre: 'obligaciones.preguntar-al-banco',
    cron: '* * * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      const abiertas = await enTransaccion((trx) => operacionesSinFin(trx, LOTE));
      for (const operacion of abiertas) {
        const dicho = await banco.preguntar(operacion.idPublico).catch((err: unknown) => {
          registro.warn({ err }, 'el banco no responde');
          return 'no-responde' as const;
        });
        if (dicho === 'no-responde') return;
        await enTransaccion((trx) =>
          dicho ? oirAlBanco(trx, banco.nombre, dicho) : olvidar(trx, operacion),
        );
      }
    },
  });

async function olvidar(trx: Transaccion, operacion: Operacion): Promise<void> {
  const minutos = (trx.ahora.getTime() - operacion.iniciadaEn.getTime()) / 60_000;
  if (minutos >= OLVIDADA_MINUTOS) await anotarSuceso(trx, operacion, 'rechazada');
}
