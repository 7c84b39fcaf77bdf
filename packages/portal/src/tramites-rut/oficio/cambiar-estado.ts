import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { cambiarEstado, estadoDeTitular, type EstadoRut } from '../../rut/index.ts';

/** From which states an act of the office leads to which. */
interface Paso {
  desde: readonly EstadoRut[];
  a: EstadoRut;
}

/**
 * What each act of the office does to the state of a registration: suspension (DUR 1.6.1.2.16) and its end
 * (DUR 1.6.1.2.16 par. 1), cancellation (DUR 1.6.1.2.18), reactivation (DUR 1.6.1.2.20).
 */
export const PASOS = {
  suspension: { desde: ['activo'], a: 'suspendido' },
  levantamiento: { desde: ['suspendido'], a: 'activo' },
  cancelacion: { desde: ['activo', 'suspendido'], a: 'cancelado' },
  reactivacion: { desde: ['cancelado'], a: 'activo' },
} as const satisfies Record<string, Paso>;

/**
 * What an act of the office does to the state of a registration, from the day of the decision, with the registry held:
 * it is asked again from which state it goes. The database lets it be written only by who is deciding that case.
 * @throws Error when the registration is in a state from which that act does not lead
 */
export async function cambiarEstadoDeOficio(
  trx: Transaccion,
  caso: { id: string; radicado: string; titular: string },
  paso: Paso,
): Promise<void> {
  await llamar(trx, 'tramites_rut.tomar_registro', { caso: caso.id, ahora: trx.ahora });
  const hay = await estadoDeTitular(trx, caso.titular);
  if (!paso.desde.includes(hay)) throw new Error(`That act does not lead from ${hay} to ${paso.a}`);
  await cambiarEstado(trx, {
    titular: caso.titular,
    estado: paso.a,
    desde: trx.hoy,
    acto: caso.radicado,
    insertar: (id) =>
      llamar(trx, 'tramites_rut.cambiar_estado_de_oficio', {
        caso: caso.id,
        id,
        estado: paso.a,
        desde: trx.hoy,
        ahora: trx.ahora,
      }),
  });
}
