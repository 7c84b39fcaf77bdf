import type { Transaccion } from '../../plataforma/index.ts';
import { cargarAlDia, cerrarBorrador } from './borradores.ts';
import type { Recorrido } from './definicion.ts';
import { estadoDe } from './estado.ts';

interface EntradaAcabar {
  borrador: string;
  /** Revision of the draft when the page was shown. */
  revision: number | undefined;
  /** Where whoever ends it goes, then and whenever they open it again. */
  a: string;
}

/**
 * Ends a draft that can only end where it stands: nobody would go on with it, and it is not told as pending. One that
 * can go on by now (an answer was changed in another window, what the office knows is another) is left as it is.
 */
export async function acabarRecorrido<R extends object, H extends object>(
  trx: Transaccion,
  def: Recorrido<R, H>,
  e: EntradaAcabar,
): Promise<{ tipo: 'acabado'; a: string } | { tipo: 'sigue'; paso: string | undefined }> {
  const borrador = await cargarAlDia(trx, def, e.borrador, 'escribir');
  if (borrador.terminado) return { tipo: 'acabado', a: borrador.terminado.a };
  const { datos, siguiente } = estadoDe(def, borrador);
  const motivos = siguiente?.acaba?.(datos) ?? [];
  const { revision } = e;
  const cambio =
    revision !== undefined && Object.values(borrador.respuestas).some((r) => r.revision > revision);
  if (cambio || motivos.length === 0) return { tipo: 'sigue', paso: siguiente?.slug };
  await cerrarBorrador(trx, borrador.id, { a: e.a, resultado: { acabo: motivos }, privado: {} });
  return { tipo: 'acabado', a: e.a };
}
