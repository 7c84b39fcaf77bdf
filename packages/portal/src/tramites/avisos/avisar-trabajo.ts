import { sql } from 'kysely';
import { enviarMensaje, trabajo, type Trabajo, type Transaccion } from '../../plataforma/index.ts';
import { esDiaHabil, limiteEnDiasHabiles } from '../semaforo.ts';

/** House rule: an official is written to about what has so many business days left, or fewer. */
export const DIAS_HABILES_DEL_AVISO = 3;

/** What waits for an official: theirs, and what nobody took in their queues. */
interface TrabajoQueVence {
  propios: { vencidos: number; pronto: number };
  libres: { vencidos: number; pronto: number };
}

/** One mail a morning of a business day to each official for whom something is due, and none to whoever said no. */
export const trabajoAvisarTrabajo = (o: { urlPublica: string }): Trabajo =>
  trabajo({
    nombre: 'tramites.avisar-trabajo',
    // Seven in the morning in Bogotá.
    cron: '0 12 * * 1-5',
    async ejecutar(_, { enTransaccion, registro }) {
      const avisados = await enTransaccion((trx) => avisarTrabajo(trx, o.urlPublica));
      if (avisados > 0) registro.info({ avisados }, 'funcionarios avisados de lo que vence');
    },
  });

interface Fila {
  funcionario: string;
  correo: string;
  propios_vencidos: number;
  propios_pronto: number;
  libres_vencidos: number;
  libres_pronto: number;
}

async function avisarTrabajo(trx: Transaccion, urlPublica: string): Promise<number> {
  if (!esDiaHabil(trx.hoy)) return 0;
  const limite = limiteEnDiasHabiles(DIAS_HABILES_DEL_AVISO, trx.hoy);
  const { rows } = await sql<Fila>`
    with due as (
      select asignado_a, rol, count(*) filter (where vence < ${trx.hoy})::int as vencidos,
        count(*) filter (where vence >= ${trx.hoy})::int as pronto
      from tramites.pendiente where turno = 'oficina' and vence <= ${limite} group by asignado_a, rol)
    select f.id as funcionario, f.correo,
      coalesce(sum(d.vencidos) filter (where d.asignado_a is not null), 0)::int as propios_vencidos,
      coalesce(sum(d.pronto) filter (where d.asignado_a is not null), 0)::int as propios_pronto,
      coalesce(sum(d.vencidos) filter (where d.asignado_a is null), 0)::int as libres_vencidos,
      coalesce(sum(d.pronto) filter (where d.asignado_a is null), 0)::int as libres_pronto
    from cuentas.funcionarios f join due d on d.asignado_a = f.id or d.asignado_a is null and d.rol = any (f.roles)
    where f.en_servicio and not exists (select from tramites.sin_aviso s where s.funcionario_id = f.id)
      and not exists (select from tramites.aviso_de_trabajo a where a.funcionario_id = f.id and a.dia = ${trx.hoy})
    group by f.id, f.correo`.execute(trx.bd);
  for (const f of rows) {
    const mensaje = await enviarMensaje(trx, {
      canal: 'correo',
      destino: f.correo,
      ...correo(
        {
          propios: { vencidos: f.propios_vencidos, pronto: f.propios_pronto },
          libres: { vencidos: f.libres_vencidos, pronto: f.libres_pronto },
        },
        urlPublica,
      ),
    });
    // Of two runs at once the second fails here with its messages, and its retry finds nobody to write to.
    await sql`insert into tramites.aviso_de_trabajo (funcionario_id, dia, mensaje_id)
      values (${f.funcionario}, ${trx.hoy}, ${mensaje})`.execute(trx.bd);
  }
  return rows.length;
}

/** Figures and the way to the queue: nothing of anybody. */
function correo({ propios, libres }: TrabajoQueVence, urlPublica: string): { asunto: string; texto: string } {
  const total = propios.vencidos + propios.pronto + libres.vencidos + libres.pronto;
  return {
    asunto: total === 1 ? 'Hay un trámite por vencer' : `Hay ${total} trámites por vencer`,
    texto: [
      ...linea('Los que usted tiene', propios),
      ...linea('Los que nadie ha tomado en sus colas', libres),
      `Mírelos en ${urlPublica}/mesa/tramites`,
      `Si no quiere este correo, dígalo en ${urlPublica}/mesa/avisos`,
    ].join('\n\n'),
  };
}

const linea = (cuales: string, { vencidos, pronto }: { vencidos: number; pronto: number }): string[] =>
  vencidos + pronto === 0
    ? []
    : [
        `${cuales}: vencidos, ${vencidos}; que vencen en ${DIAS_HABILES_DEL_AVISO} días hábiles o menos, ${pronto}.`,
      ];
