import { sql } from 'kysely';
import { formatearNit } from '@autogestion/normas/nit';
import { enviarMensaje, trabajo, type Trabajo } from '../plataforma/index.ts';
import { versionPorId } from './consultas.ts';
import { COPIA } from './copia.ts';

export const ENTREGAR_COPIA = 'rut.entregar-copia';

/** Handles `sello.documento-sellado`: the copy that comes with a registration or an update goes to the e-mail of the RUT, once. */
export function trabajosRut(o: { urlPublica: string }): Trabajo[] {
  const entregar = trabajo<{ id: string }>({
    nombre: ENTREGAR_COPIA,
    ejecutar: ({ id }, { enTransaccion }) =>
      enTransaccion(async (trx) => {
        const { rows } = await sql<{
          tipo: string;
          contenido: Record<string, string>;
          id_publico: string;
          archivo_id: string | null;
        }>`
          select tipo, contenido, id_publico, archivo_id from sello.documentos where id = ${id}`.execute(
          trx.bd,
        );
        const d = rows[0];
        if (!d?.archivo_id || d.tipo !== COPIA || d.contenido.entregar !== 'si') return;
        const version = await versionPorId(trx, d.contenido.version ?? '');
        if (!version) return;
        const ya = await sql`select 1 from rut.entrega where documento_id = ${id}`.execute(trx.bd);
        if (ya.rows.length > 0) return;
        const { registro } = version;
        const nueva = version.numero === 1;
        const mensaje = await enviarMensaje(trx, {
          canal: 'correo',
          destino: registro.ubicacion.correo,
          asunto: nueva ? 'Su RUT quedó inscrito' : 'Su RUT quedó actualizado',
          texto: [
            `${nueva ? 'Su inscripción en el' : 'La actualización de su'} RUT quedó registrada con el radicado ${version.radicado}.`,
            `Su NIT es ${formatearNit(registro.nit, registro.dv)}.`,
            '',
            'Adjuntamos la copia. Tiene el sello de la oficina y un código QR: quien la reciba puede comprobar que es verdadera en',
            `${o.urlPublica}/verificar/${d.id_publico}`,
            '',
            nueva
              ? 'Si usted no hizo esta inscripción, guarde este mensaje y denúncielo ante la autoridad tributaria.'
              : 'Si usted no hizo este cambio, entre a su cuenta, cierre las demás sesiones y cambie la contraseña; después actualice el RUT otra vez con lo que es cierto.',
          ].join('\n'),
          adjuntos: [{ nombre: `RUT-${registro.nit}.pdf`, archivo: d.archivo_id }],
        });
        // The primary key makes a second delivery fail with its message, and the job's retry finds this row.
        await sql`insert into rut.entrega (documento_id, mensaje_id, entregada_en) values (${id}, ${mensaje}, ${trx.ahora})`.execute(
          trx.bd,
        );
      }),
  });
  return [entregar];
}
