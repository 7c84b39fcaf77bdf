import { sql } from 'kysely';
import { auditar, enviarMensaje, nuevoRadicado, type Transaccion } from '../../plataforma/index.ts';
import type { DatosDeIdentidad } from './tipos.ts';

export type Motivo = 'identidad-no-comprobada' | 'registro-no-disponible';

/**
 * A durable request for an official to register the person with their help, in the transaction of the failure
 * that caused it. One per draft: a second failure at the same time finds the first's.
 */
export async function crearSolicitudAsistida(
  trx: Transaccion,
  e: { borrador: string; motivo: Motivo; datos: DatosDeIdentidad },
): Promise<{ radicado: string }> {
  const { correo, telefono, 'fecha-expedicion': fecha, ...resto } = e.datos.respuestas;
  // As it has always been kept: rows of any day are read alike.
  const datos = { ...resto, ...(fecha && { 'fecha-expedicion': { fecha } }) };
  const radicado = await nuevoRadicado(trx, 'RA');
  const destino = correo ?? '';
  await sql`insert into tramites_rut.solicitud_asistida (radicado, borrador_id, motivo, datos, correo, telefono, creada_en)
    values (${radicado}, ${e.borrador}, ${e.motivo}, ${JSON.stringify(datos)}::jsonb, ${destino},
            ${telefono ?? ''}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'tramites-rut.crear-solicitud-asistida',
    objeto: `radicado:${radicado}`,
    datos: { motivo: e.motivo },
  });
  await enviarMensaje(trx, {
    canal: 'correo',
    destino,
    asunto: `Recibimos su solicitud ${radicado}`,
    texto: [
      `Su solicitud de inscripción en el RUT con ayuda de un funcionario quedó registrada con el radicado ${radicado}.`,
      '',
      'No pudimos terminar la inscripción en línea. Lo que usted escribió está guardado y no tendrá que repetirlo.',
      'Tenga a la mano su documento de identidad original.',
    ].join('\n'),
  });
  return { radicado };
}
