import { funcionarioActual, type Yo } from '../../cuentas/index.ts';
import { z } from 'zod';
import { errores, FORMA_RADICADO, type Transaccion } from '../../plataforma/index.ts';
import { EN_LA_MESA } from '../politicas.ts';

/** Who comes through the routes of the desk. */
export const MESA = { acceso: 'funcionario', roles: EN_LA_MESA.mirar } as const;

/** The case of the address. */
export const CASO = z.object({ caso: z.string().regex(FORMA_RADICADO) });

/** The official of the request. @throws 404 when they are no more. */
export async function yoDe(trx: Transaccion): Promise<Yo> {
  const yo = await funcionarioActual(trx);
  if (!yo) throw errores.noEncontrado();
  return yo;
}
