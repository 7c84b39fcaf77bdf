import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { cambiarEstado, type EstadoRut } from '../../rut/index.ts';

/**
 * What an act of the office does to the state of a registration, from the day of the decision. The database lets it be
 * written only by who is deciding that case, and from a state from which that kind of case leads there.
 */
export async function cambiarEstadoDeOficio(
  trx: Transaccion,
  caso: { id: string; radicado: string; titular: string },
  estado: EstadoRut,
): Promise<void> {
  await cambiarEstado(trx, {
    titular: caso.titular,
    estado,
    desde: trx.hoy,
    acto: caso.radicado,
    insertar: (id) =>
      llamar(trx, 'tramites_rut.cambiar_estado_de_oficio', {
        caso: caso.id,
        id,
        estado,
        desde: trx.hoy,
        ahora: trx.ahora,
      }),
  });
}
