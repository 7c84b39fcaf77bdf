import { fechaEnBogota, formatearFecha } from '@autogestion/normas/fechas';
import { limiteDeRenovacion, type Causal } from '@autogestion/normas/firma';
import { sql } from 'kysely';
import { enviarMensaje, trabajo, type Trabajo, type Transaccion } from '../plataforma/index.ts';
import type { Autoridad } from '../sello/index.ts';
import { trabajoAvisarAptitud } from './avisar-aptitud.ts';
import { PUBLICAR_LISTA, publicarLista } from './lista.ts';
import { anotarFinConElRut, terminarDeOficio } from './terminar-firma.ts';

export const TRAS_CAMBIAR_EL_ESTADO = 'firma.tras-cambiar-el-estado';

/** Days before the end on which its holder is told; the other notice is on the last day with the margin. */
const DIAS_DE_AVISO = 30;

/** Publishing the list, ending what must end, telling whoever is about to be left without signature. */
export function trabajosFirma(o: {
  autoridad: Autoridad;
  directorioPublico: string;
  urlPublica: string;
}): Trabajo[] {
  const publicar = trabajo({
    nombre: PUBLICAR_LISTA,
    cron: '7 * * * *',
    ejecutar: (_, { enTransaccion }) =>
      enTransaccion((trx) => publicarLista(trx, o.autoridad, o.directorioPublico)),
  });

  const terminar = trabajo({
    nombre: 'firma.terminar-de-oficio',
    cron: '37 * * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      const n = await enTransaccion(async (trx) => {
        const porTerminar = await sinDerecho(trx);
        for (const { persona, causal } of porTerminar) await terminarDeOficio(trx, { persona, causal });
        return porTerminar.length;
      });
      if (n > 0) registro.info({ firmas: n }, 'firmas terminadas de oficio');
    },
  });

  const trasElEstado = trabajo({
    nombre: TRAS_CAMBIAR_EL_ESTADO,
    ejecutar: ({ id }, { enTransaccion }) => enTransaccion((trx) => anotarFinConElRut(trx, String(id))),
  });

  const avisar = trabajo({
    nombre: 'firma.avisar-vencimiento',
    cron: '0 13 * * *',
    ejecutar: (_, { enTransaccion }) => enTransaccion((trx) => avisarVencimientos(trx, o.urlPublica)),
  });

  return [publicar, terminar, trasElEstado, avisar, trabajoAvisarAptitud(o)];
}

interface SinDerecho {
  persona: string;
  causal: Extract<Causal, 'cancelacion-rut' | 'fallecimiento'>;
}

/** Signatures in force of who died, as the imported identity registry knows, or whose RUT was cancelled. */
async function sinDerecho(trx: Transaccion): Promise<SinDerecho[]> {
  const { rows } = await sql<SinDerecho>`
    select k.persona_id as persona, case when r.fallecida_en is null then 'cancelacion-rut' else 'fallecimiento' end as causal
    from firma.clave k join rut.versiones v on v.titular_id = k.persona_id and v.vigente
    left join lateral cuentas.persona_del_registro(p_tipo => v.registro #>> '{identificacion,tipoDocumento}',
      p_numero => v.registro #>> '{identificacion,numero}') r on true
    where r.fallecida_en is not null or rut.estado_de(p_titular => k.persona_id) = 'cancelado'`.execute(
    trx.bd,
  );
  return rows;
}

async function avisarVencimientos(trx: Transaccion, urlPublica: string): Promise<void> {
  const desde = new Date(trx.ahora.getTime() + DIAS_DE_AVISO * 86_400_000);
  const { rows } = await sql<{ certificado: string; hasta: Date; correo: string }>`
    select c.id as certificado, c.hasta, v.registro #>> '{ubicacion,correo}' as correo
    from firma.clave k join firma.certificado c on c.id = k.certificado_id
    join rut.versiones v on v.titular_id = k.persona_id and v.vigente
    where c.hasta > ${trx.ahora} and c.hasta <= ${desde}`.execute(trx.bd);
  for (const { certificado, hasta, correo } of rows) {
    const aviso = trx.hoy >= limiteDeRenovacion(hasta) ? 'margen' : 'mes';
    const nuevo = await sql`insert into firma.aviso (certificado_id, aviso, avisado_en)
      values (${certificado}, ${aviso}, ${trx.ahora}) on conflict do nothing returning 1`.execute(trx.bd);
    if (nuevo.rows.length === 0) continue;
    const dia = formatearFecha(fechaEnBogota(hasta));
    await enviarMensaje(trx, {
      canal: 'correo',
      destino: correo,
      asunto: `Su firma electrónica vence el ${dia}`,
      texto: `Su firma electrónica vence el ${dia}. Renuévela a más tardar el ${formatearFecha(limiteDeRenovacion(hasta))} en ${urlPublica}/mi-firma, sin cita y sin costo.`,
    });
  }
}
