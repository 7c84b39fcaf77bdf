import { sql } from 'kysely';
import {
  auditar,
  enviarMensaje,
  idPublico,
  sha256,
  uuidv7,
  type Transaccion,
} from '../../plataforma/index.ts';
import { codigoDeMensaje, enGruposDeCuatro } from '../codigo-de-mensaje.ts';
import type { Rol } from './roles.ts';

/** House rule: how long an invitation waits. */
export const INVITACION_HORAS = 72;

export interface FuncionarioNuevo {
  usuario: string;
  nombre: string;
  correo: string;
  tipoDocumento: string;
  numero: string;
  roles: readonly Rol[];
}

/** What the database's unique constraints say, as whoever writes reads it. */
export const CHOQUES_FUNCIONARIO: Readonly<Record<string, { campo: string; mensaje: string }>> = {
  funcionario_usuario_key: { campo: 'usuario', mensaje: 'Ya hay un funcionario con ese usuario.' },
  funcionario_documento_en_servicio: {
    campo: 'numero',
    mensaje: 'Ya hay un funcionario en servicio con ese documento.',
  },
};

/**
 * An official's account: it is theirs once they accept the invitation with a password of their own, and does nothing
 * until they put a second factor.
 * @returns where the invitation is accepted, and its code, which is stored nowhere.
 */
export async function crearFuncionario(
  trx: Transaccion,
  f: FuncionarioNuevo,
  urlPublica: string,
): Promise<{ enlace: string; codigo: string }> {
  const id = uuidv7(trx.ahora);
  const codigo = codigoDeMensaje();
  const vence = new Date(trx.ahora.getTime() + INVITACION_HORAS * 3_600_000);
  const por = trx.actor.tipo === 'funcionario' ? trx.actor.funcionario : null;
  await sql`insert into cuentas.funcionario (id, id_publico, usuario, nombre, correo, tipo_documento, numero_documento,
      roles, creado_en, creado_por, invitacion_hash, invitacion_vence)
    values (${id}, ${idPublico()}, ${f.usuario}, ${f.nombre}, ${f.correo.toLowerCase()}, ${f.tipoDocumento}, ${f.numero},
      ${[...f.roles]}, ${trx.ahora}, ${por}, ${sha256(codigo)},
      ${vence})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'cuentas.crear-funcionario',
    objeto: `funcionario:${id}`,
    datos: { roles: [...f.roles] },
  });
  const enlace = `${urlPublica}/mesa/activar`;
  const escrito = enGruposDeCuatro(codigo);
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: f.correo,
    asunto: 'Su cuenta de funcionario en Autogestión',
    texto: `Le crearon una cuenta de funcionario. Su usuario es ${f.usuario}.\n\nElija su contraseña antes de ${INVITACION_HORAS} horas en:\n${enlace}\n\nEl código de la invitación es ${escrito}\n\nDespués deberá poner un segundo factor.`,
    vence,
  });
  return { enlace, codigo: escrito };
}

export interface Funcionario {
  idPublico: string;
  usuario: string;
  nombre: string;
  correo: string;
  roles: Rol[];
  retiradoEn: Date | null;
  /** Has not accepted the invitation. */
  invitado: boolean;
}

/** Those whom the official of the transaction may see. */
export async function funcionarios(trx: Transaccion): Promise<Funcionario[]> {
  const { rows } = await sql<Funcionario>`select id_publico as "idPublico", usuario, nombre, correo, roles,
      retirado_en as "retiradoEn", invitacion_hash is not null as invitado
    from cuentas.funcionario order by retirado_en is not null, usuario`.execute(trx.bd);
  return rows;
}

/** Out of service at once: sessions included. Nobody retires themselves. */
export async function retirarFuncionario(trx: Transaccion, publico: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`update cuentas.funcionario set retirado_en = ${trx.ahora}
    where id_publico = ${publico} and retirado_en is null and id is distinct from plataforma.actor_funcionario()
    returning id`.execute(trx.bd);
  const [retirado] = rows;
  if (!retirado) return false;
  await auditar(trx, { accion: 'cuentas.retirar-funcionario', objeto: `funcionario:${retirado.id}` });
  return true;
}

export interface Yo {
  usuario: string;
  nombre: string;
  roles: Rol[];
}

/** The official of the transaction. */
export async function funcionarioActual(trx: Transaccion): Promise<Yo | undefined> {
  const { rows } = await sql<Yo>`select usuario, nombre, roles from cuentas.funcionario
    where id = plataforma.actor_funcionario()`.execute(trx.bd);
  return rows[0];
}
