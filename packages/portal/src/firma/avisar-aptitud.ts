import { diaDeAviso } from '@autogestion/normas/firma';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { enviarMensaje, trabajo, type Trabajo, type Transaccion } from '../plataforma/index.ts';
import { aptitudesProximas, type AptitudParaUnDia } from './aptitud.ts';

/** People looked at in one transaction. */
const LOTE = 200;

/**
 * Once a day: at 30, 15, 7 and 1 days of what falls due, whether the person could sign it today. Each notice goes out
 * once, however many times the job runs; a day without the job is made up for by the next.
 */
export function trabajoAvisarAptitud(o: { urlPublica: string }): Trabajo {
  return trabajo({
    nombre: 'firma.avisar-aptitud',
    cron: '30 12 * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      let desde = '00000000-0000-0000-0000-000000000000';
      let avisos = 0;
      for (;;) {
        const lote = await enTransaccion(async (trx) => {
          const personas = await personasDespuesDe(trx, desde);
          for (const p of personas) avisos += await avisarA(trx, p, o.urlPublica);
          return personas;
        });
        const ultima = lote.at(-1);
        if (!ultima) break;
        desde = ultima.persona;
      }
      if (avisos > 0) registro.info({ avisos }, 'avisos de firma y vencimientos');
    },
  });
}

interface PersonaConRut {
  persona: string;
  registro: RegistroRut;
}

/** Natural persons whose registration is not cancelled, in the order of their identifiers. */
async function personasDespuesDe(trx: Transaccion, desde: string): Promise<PersonaConRut[]> {
  const { rows } = await sql<PersonaConRut>`
    select v.titular_id as persona, v.registro from rut.versiones v
    where v.vigente and v.titular_id > ${desde} and v.registro ->> 'tipoContribuyente' = '2'
      and rut.estado_de(p_titular => v.titular_id) <> 'cancelado'
    order by v.titular_id limit ${LOTE}`.execute(trx.bd);
  return rows;
}

async function avisarA(
  trx: Transaccion,
  { persona, registro }: PersonaConRut,
  urlPublica: string,
): Promise<number> {
  let avisos = 0;
  for (const dia of await aptitudesProximas(trx, persona, registro)) {
    const dias = diaDeAviso(dia.vence, trx.hoy);
    if (dias === undefined) continue;
    const nuevo = await sql`insert into firma.aviso_de_aptitud (persona_id, vence, dias, avisado_en)
      values (${persona}, ${dia.vence}, ${dias}, ${trx.ahora}) on conflict do nothing returning 1`.execute(
      trx.bd,
    );
    if (nuevo.rows.length === 0) continue;
    await enviarMensaje(trx, {
      canal: 'correo',
      destino: registro.ubicacion.correo,
      asunto: asuntoDe(dia),
      texto: textoDe(dia, urlPublica),
    });
    avisos++;
  }
  return avisos;
}

function asuntoDe({ vence, aptitud }: AptitudParaUnDia): string {
  const dia = formatearFecha(vence);
  return aptitud.lista ? `Su firma está lista para el ${dia}` : `Prepare su firma para el ${dia}`;
}

function textoDe({ vence, vencimientos, aptitud }: AptitudParaUnDia, urlPublica: string): string {
  const cosas = vencimientos.map(
    (v) => `- ${v.nombre}${v.porConfirmar ? ' (por confirmar: depende de datos que su RUT no dice)' : ''}`,
  );
  return [
    `El ${formatearFecha(vence)} le vence:`,
    ...cosas,
    '',
    aptitud.lista
      ? 'Hoy podría firmarlo: su firma está vigente, usa su contraseña y recibe mensajes en este correo.'
      : 'Hoy no podría firmarlo sin arreglar esto antes:',
    ...aptitud.faltas.map((f) => `- ${f.mensaje}`),
    '',
    `Pruebe su firma en ${urlPublica}/mi-firma/prueba. Probarla no presenta nada.`,
  ].join('\n');
}
