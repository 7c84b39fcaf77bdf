import { sql } from 'kysely';
import { auditar, sha256, type Peticion, type Transaccion } from '../../plataforma/index.ts';
import { cifrarContrasena, evaluarContrasena } from '../contrasenas/index.ts';

export interface Invitado {
  usuario: string;
  nombre: string;
}

/** Whose account an invitation opens; undefined when it was used or is over. */
export async function invitadoPor(trx: Transaccion, secreto: string): Promise<Invitado | undefined> {
  const { rows } =
    await sql<Invitado>`select * from cuentas.invitado(${sha256(secreto)}, ${trx.ahora})`.execute(trx.bd);
  return rows[0];
}

/** Chooses the password. @returns `'vencida'`, what is wrong with it, or `'aceptada'`: once, also of two at the same time. */
export async function aceptarInvitacion(
  p: Peticion,
  o: { secreto: string; contrasena: string },
): Promise<'vencida' | 'aceptada' | { mensaje: string }> {
  const invitado = await p.enTransaccion((trx) => invitadoPor(trx, o.secreto));
  if (!invitado) return 'vencida';
  const mensaje = await evaluarContrasena(o.contrasena, [invitado.usuario, invitado.nombre]);
  if (mensaje) return { mensaje };
  const hash = await cifrarContrasena(o.contrasena);
  return p.enTransaccion(async (trx) => {
    const { rows } = await sql<{
      id: string | null;
    }>`select cuentas.usar_invitacion(${sha256(o.secreto)}, ${hash}, ${trx.ahora}) as id`.execute(trx.bd);
    const id = rows[0]?.id;
    if (!id) return 'vencida';
    await auditar(trx, { accion: 'cuentas.aceptar-invitacion', objeto: `funcionario:${id}` });
    return 'aceptada';
  });
}
