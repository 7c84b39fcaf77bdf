import { diasEntre, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { enviarMensaje, trabajo, type Trabajo, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular, idPublicoDe } from '../../rut/index.ts';
import { claseDe } from '../clases/index.ts';
import { deBorrador } from '../llenar/index.ts';

export const AVISAR_SIN_FIRMAR = 'declaraciones.avisar-sin-firmar';

/** House rule: how many days before the due date whoever has an unsigned draft is told. */
export const DIAS_ANTES = [5, 2] as const;
/** Drafts looked at in one transaction. */
const LOTE = 200;

/** Which notice is due: the nearest that was reached; none before the first, nor once the day is past. */
export function avisoQueToca(vence: Fecha, hoy: Fecha): number | undefined {
  const faltan = diasEntre(hoy, vence);
  return faltan < 0 ? undefined : DIAS_ANTES.findLast((dias) => faltan <= dias);
}

/**
 * Once a day: whose draft of a return is not signed as its due date comes is told that it is not filed. Each notice goes
 * out once, however many times the job runs; a day without the job is made up for by the next.
 */
export const trabajoAvisarSinFirmar = (o: { urlPublica: string }): Trabajo =>
  trabajo({
    nombre: AVISAR_SIN_FIRMAR,
    cron: '0 13 * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      let desde = '00000000-0000-0000-0000-000000000000';
      let avisos = 0;
      for (;;) {
        const lote = await enTransaccion(async (trx) => {
          const borradores = await borradoresDespuesDe(trx, desde);
          for (const b of borradores) if (await avisarDe(trx, b, o.urlPublica)) avisos += 1;
          return borradores;
        });
        const ultimo = lote.at(-1);
        if (!ultimo) break;
        desde = ultimo.id;
      }
      if (avisos > 0) registro.info({ avisos }, 'avisos de declaraciones sin firmar');
    },
  });

interface SinFirmar {
  id: string;
  idPublico: string;
  titular: string;
  nit: string;
  formulario: string;
  anio: number;
  periodo: string;
}

/** Open drafts of first returns, in the order of their identifiers: a correction has no due date. */
async function borradoresDespuesDe(trx: Transaccion, desde: string): Promise<SinFirmar[]> {
  const { rows } = await sql<SinFirmar>`
    select b.id, b.id_publico as "idPublico", b.titular_id as titular, v.registro ->> 'nit' as nit, b.formulario, b.anio,
      b.periodo
    from declaraciones.borrador b join rut.versiones v on v.titular_id = b.titular_id and v.vigente
    where b.presentada_id is null and b.descartado_en is null and b.corrige_id is null and b.id > ${desde}
      and rut.estado_de(p_titular => b.titular_id) <> 'cancelado'
    order by b.id limit ${LOTE}`.execute(trx.bd);
  return rows;
}

async function avisarDe(trx: Transaccion, b: SinFirmar, urlPublica: string): Promise<boolean> {
  const clase = claseDe(b.formulario);
  const vence = clase.vence(b.nit, b.anio, b.periodo)?.fecha;
  const dias = vence && avisoQueToca(vence, trx.hoy);
  if (!vence || dias === undefined) return false;
  const contacto = await contactoDeTitular(trx, b.titular);
  if (!contacto) return false;
  const nuevo = await sql`insert into declaraciones.aviso_sin_firmar (borrador_id, vence, dias, avisado_en)
    values (${b.id}, ${vence}, ${dias}, ${trx.ahora}) on conflict do nothing returning 1`.execute(trx.bd);
  if (nuevo.rows.length === 0) return false;
  const nombre = clase.nombre(b.anio, b.periodo);
  const donde = deBorrador(await idPublicoDe(trx, b.titular), b.idPublico);
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: `${nombre}: no presentada`,
    texto: [
      `${nombre}: no presentada. Vence el ${formatearFecha(vence)}.`,
      '',
      'Usted tiene un borrador sin firmar. Un borrador no es una declaración: mientras no la firme, está no presentada, aunque esté completa.',
      '',
      `Revísela y fírmela en ${urlPublica}${donde}`,
      '',
      'Si ya la presentó en otra parte o no le toca declarar, descarte el borrador allí mismo y no le escribiremos más.',
    ].join('\n'),
  });
  return true;
}
