import { llamar, type Transaccion } from '../../plataforma/index.ts';
import type { Rol } from './roles.ts';

/** Whether the official of the transaction is in service and has any of the roles; with none, whether in service. */
export async function tieneRol(trx: Transaccion, roles: readonly string[]): Promise<boolean> {
  return (await llamar(trx, 'cuentas.actor_tiene_rol', { roles: [...roles] })) === true;
}

/**
 * Whether the official may attend this taxpayer: with the role, and when it is not their own case: not themselves, nor
 * whom they represent or were delegated by, nor who represents them. The database's policies ask the same:
 * `cuentas.actor_atiende`.
 */
export async function puedeAtender(trx: Transaccion, titular: string, rol: Rol): Promise<boolean> {
  return (await llamar(trx, 'cuentas.actor_atiende', { titular, roles: [rol], ahora: trx.ahora })) === true;
}
