import { auditar, llamar, sha256, type Peticion, type Transaccion } from '../../plataforma/index.ts';
import { cifrarContrasena, evaluarContrasena } from '../contrasenas/index.ts';

interface Invitado {
  usuario: string;
  nombre: string;
}

/** Whose account an invitation opens; undefined when it was used or is over. */
async function invitadoPor(trx: Transaccion, secreto: string): Promise<Invitado | undefined> {
  const [fila]: Invitado[] = await llamar(trx, 'cuentas.invitado', {
    secreto: sha256(secreto),
    ahora: trx.ahora,
  });
  return fila;
}

/** Chooses the password. @returns `'vencida'`, what is wrong with it, or `'aceptada'`: once, also of two at the same time. */
export async function aceptarInvitacion(
  p: Peticion,
  o: { codigo: string; contrasena: string },
): Promise<'vencida' | 'aceptada' | { mensaje: string }> {
  const invitado = await p.enTransaccion((trx) => invitadoPor(trx, o.codigo));
  if (!invitado) return 'vencida';
  const mensaje = await evaluarContrasena(o.contrasena, [invitado.usuario, invitado.nombre]);
  if (mensaje) return { mensaje };
  const hash = await cifrarContrasena(o.contrasena);
  return p.enTransaccion(async (trx) => {
    const id = await llamar(trx, 'cuentas.usar_invitacion', {
      secreto: sha256(o.codigo),
      hash,
      ahora: trx.ahora,
    });
    if (!id) return 'vencida';
    await auditar(trx, { accion: 'cuentas.aceptar-invitacion', objeto: `funcionario:${id}` });
    return 'aceptada';
  });
}
