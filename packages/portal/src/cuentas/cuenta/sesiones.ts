import { auditar, cerrarSesionesPropias, type Transaccion } from '../../plataforma/index.ts';

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
