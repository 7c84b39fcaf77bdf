import {
  cerrarSesionesPropias,
  rechazo,
  type Rechazo,
  type Sesion,
  type Transaccion,
} from '../../plataforma/index.ts';
import { versionVigente } from '../../rut/index.ts';
import { cifrarContrasena, evaluarContrasena, guardarHash } from '../contrasenas/index.ts';
import { avisarCambio } from './avisar.ts';

type EnTrx = <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>;

/**
 * A new password for whoever acts: judged with what is known of them, and the other sessions close.
 * @returns undefined when it is done
 */
export async function cambiarContrasena(
  enTransaccion: EnTrx,
  o: { sesion: Sesion; cuenta: string; contrasena: string; datos?: readonly string[] },
): Promise<Rechazo | undefined> {
  const suyos = o.sesion.persona ? await enTransaccion((trx) => datosDe(trx, o.cuenta)) : [];
  const mensaje = await evaluarContrasena(o.contrasena, [...suyos, ...(o.datos ?? [])]);
  if (mensaje) return rechazo({ contrasena: mensaje });
  const hash = await cifrarContrasena(o.contrasena);
  await enTransaccion(async (trx) => {
    await guardarHash(trx, o.cuenta, hash);
    await cerrarSesionesPropias(trx, { todasMenos: o.sesion.id });
    await avisarCambio(trx, {
      accion: 'cuentas.cambiar-contrasena',
      que: 'Se cambió la contraseña de su cuenta',
    });
  });
  return undefined;
}

/** What whoever knows the person would try. */
async function datosDe(trx: Transaccion, titular: string): Promise<string[]> {
  const registro = (await versionVigente(trx, titular))?.registro;
  if (!registro) return [];
  const { identificacion: i, ubicacion: u } = registro;
  return [
    registro.nit,
    i.numero,
    i.primerApellido,
    i.segundoApellido,
    i.primerNombre,
    i.otrosNombres,
    i.razonSocial,
    u.correo,
    u.telefono1,
  ].filter((d) => d !== undefined);
}
