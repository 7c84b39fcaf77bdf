import { comprobarConfianza } from './confianza.ts';
import type { Confianza } from './confianza.ts';
import { examinarFactura } from './examinar-factura.ts';
import type { Examen } from './examinar-factura.ts';

/** An examination with what is known of who certified the signer; nothing of a signature that is not valid. */
export interface ExamenConConfianza extends Examen {
  cadena: Confianza['cadena'] | undefined;
}

/** @param raices of the issuers that the office trusts, in PEM */
export async function examinarConConfianza(
  bytes: Uint8Array,
  raices: readonly string[],
): Promise<ExamenConConfianza> {
  const examen = examinarFactura(bytes);
  if (!examen.firmante) return { ...examen, cadena: undefined };
  const { cadena, hallazgos } = await comprobarConfianza(examen.firmante, raices);
  return { ...examen, cadena, hallazgos: [...examen.hallazgos, ...hallazgos] };
}
