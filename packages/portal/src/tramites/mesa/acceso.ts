import { funcionarioActual, type Rol, type Yo } from '../../cuentas/index.ts';
import { z } from 'zod';
import { errores, FORMA_RADICADO, type Transaccion } from '../../plataforma/index.ts';

/** Roles that work a queue of cases. */
export const ROLES_DE_COLA: readonly Rol[] = ['mesa-rut', 'devoluciones', 'pqsrd', 'video'];
/** Who comes through the routes of the desk. */
export const MESA = { acceso: 'funcionario', roles: [...ROLES_DE_COLA, 'supervisor'] } as const;
/** Queues to which a case may be sent. */
export const esColaDeTraslado = (rol: string): rol is Rol =>
  ['mesa-rut', 'devoluciones', 'pqsrd'].includes(rol);
/** Not the name of a row-level rule but of what the screen offers: the database asks again. */
export const SUPERVISA: readonly Rol[] = ['supervisor'];

/** The case of the address. */
export const CASO = z.object({ caso: z.string().regex(FORMA_RADICADO) });

/** The official of the request. @throws 404 when they are no more. */
export async function yoDe(trx: Transaccion): Promise<Yo> {
  const yo = await funcionarioActual(trx);
  if (!yo) throw errores.noEncontrado();
  return yo;
}
