import { sql } from 'kysely';
import { auditar, cerrarSesionesPropias, type Transaccion } from '../../plataforma/index.ts';

export interface SesionAbierta {
  id: string;
  medio: 'navegador' | 'api';
  dispositivo: string;
  creadaEn: Date;
  usadaEn: Date;
}

/** The live sessions of whoever acts, the last used first. */
export async function sesionesAbiertas(trx: Transaccion): Promise<SesionAbierta[]> {
  const { rows } =
    await sql<SesionAbierta>`select id, medio, dispositivo, creada_en as "creadaEn", usada_en as "usadaEn"
    from plataforma.sesion where cerrada_en is null and vence_en > ${trx.ahora}
      and (persona_id = plataforma.actor_persona() or funcionario_id = plataforma.actor_funcionario())
    order by usada_en desc`.execute(trx.bd);
  return rows;
}

/** Signs out one of them, or all but the one that is being used. */
export async function cerrarSesiones(
  trx: Transaccion,
  cuales: { una: string } | { todasMenos: string | undefined },
): Promise<void> {
  const cerradas = await cerrarSesionesPropias(trx, cuales);
  const { actor } = trx;
  await auditar(trx, {
    accion: 'cuentas.cerrar-sesiones',
    ...(actor.tipo === 'persona' && { persona: actor.persona }),
    datos: { cerradas },
  });
}
