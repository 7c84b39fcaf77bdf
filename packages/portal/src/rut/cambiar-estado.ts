import type { Fecha } from '@autogestion/normas/fechas';
import { auditar, publicar, uuidv7, type Transaccion } from '../plataforma/index.ts';
import type { EstadoRut } from './consultas.ts';

interface CambioDeEstado {
  titular: string;
  estado: EstadoRut;
  /** Day from which it holds (DUR 1.6.1.2.17: by the next business day at the latest). */
  desde: Fecha;
  /** The act that orders it: «Auto 2026AA000000001». */
  acto: string;
  /**
   * Puts it in the registry: calls the security-definer function of the room whose act it is, which asks by which case
   * and then `rut.insertar_cambio_estado`. Nobody else may.
   */
  insertar: (id: string) => Promise<unknown>;
}

/**
 * Suspends, cancels or gives back a RUT, in the transaction of the act that orders it (DUR 1.6.1.2.16 to .20).
 * The database refuses the state that it already has (constraint `estado_que_cambia`).
 */
export async function cambiarEstado(trx: Transaccion, c: CambioDeEstado): Promise<{ id: string }> {
  const id = uuidv7(trx.ahora);
  await c.insertar(id);
  await auditar(trx, {
    accion: 'rut.cambiar-estado',
    persona: c.titular,
    objeto: `cambio-estado:${id}`,
    datos: { estado: c.estado, desde: c.desde, acto: c.acto },
  });
  await publicar(trx, 'rut.estado-cambiado', { id });
  return { id };
}
