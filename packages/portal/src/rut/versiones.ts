import { definidos } from '@autogestion/normas/definidos';
import { cambiosDelRut, type CambioDelRut } from '@autogestion/normas/rut';
import type { Transaccion } from '../plataforma/index.ts';
import { versionesDe, type VersionRut } from './consultas.ts';

export interface VersionConCambios {
  version: VersionRut;
  /** When the next one took its place; missing for the one in force. */
  hasta?: Date;
  /** Against the one before; missing for the first. */
  cambios?: CambioDelRut[];
}

/** Every version of a RUT with what it changed, box by box, the newest first. */
export async function versionesConCambios(trx: Transaccion, titular: string): Promise<VersionConCambios[]> {
  const versiones = await versionesDe(trx, titular);
  return versiones.map((version, i) => {
    const [siguiente, anterior] = [versiones[i - 1], versiones[i + 1]];
    return {
      version,
      ...definidos({
        hasta: siguiente?.creadaEn,
        cambios: anterior && cambiosDelRut(anterior.registro, version.registro),
      }),
    };
  });
}
