import type { Transaccion } from '../../plataforma/index.ts';
import type { FilaEscrita, YaPresentada } from '../clases/index.ts';
import { vigentes } from '../prellenado/index.ts';
import { pendientesDePago, type PosicionFirmada } from './pendientes-de-pago.ts';

/** The returns of a form and year that stand: not those that a correction replaced. */
export async function yaPresentadas(
  trx: Transaccion,
  { formulario, anio }: { formulario: string; anio: number },
): Promise<YaPresentada[]> {
  const suyas = await vigentes(trx, { formulario, anio });
  const pendiente = suyas.length === 0 ? () => false : await pendientesDePago(trx);
  return suyas.map(({ periodo, numero, acto: firmado }) => {
    const acto = firmado as {
      casillas: Record<string, string | number>;
      anexos: Record<string, FilaEscrita[]>;
      posiciones: PosicionFirmada[];
    };
    const formalizada = !pendiente({ formulario, anio, periodo, acto });
    const { casillas, anexos } = acto;
    return { formulario, anio, periodo, numero, casillas, anexos, formalizada };
  });
}
