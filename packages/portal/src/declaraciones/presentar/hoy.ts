import { quedaPorPagar } from '../../obligaciones/index.ts';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import type { LoDeHoyDelDocumento } from '../../sello/index.ts';
import { claseDe } from '../clases/index.ts';

/**
 * What became of a return that was signed, for whoever holds its document.
 * @param documento its public identifier
 * @returns undefined when it is of no return
 */
export async function hoyDeLaDeclaracion(
  trx: Transaccion,
  documento: string,
): Promise<LoDeHoyDelDocumento | undefined> {
  const [d]: DeHoy[] = await llamar(trx, 'declaraciones.hoy_de_documento', { documento });
  if (!d) return undefined;
  if (d.reemplazada)
    return {
      sigue: false,
      frase: 'Reemplazada por una corrección: lo que vale es lo que dice la última que se presentó.',
    };
  const { formalizaElPago } = claseDe(d.formulario);
  if (formalizaElPago && d.por_pagar)
    return (await quedaPorPagar(trx, await llamar(trx, 'declaraciones.libro_de_documento', { documento })))
      ? {
          sigue: false,
          frase: `${formalizaElPago.estado}: está firmada, pero todavía no está presentada. ${formalizaElPago.regla}`,
        }
      : { sigue: true, frase: 'Presentada: se pagó todo lo que debía, y nadie la ha corregido.' };
  return { sigue: true, frase: 'Nadie la ha corregido: es la última que se presentó de ese período.' };
}

interface DeHoy {
  formulario: string;
  reemplazada: boolean;
  /** Whether something was to be paid with it. */
  por_pagar: boolean;
}
