import type { MaterialAutoridad } from '../autoridad/material.ts';
import { POLITICA } from '../autoridad/papeles.ts';
import { entero, enteroDe, octetos, oid, secuencia, tiempoGeneral } from '../cms/der.ts';
import { cargarFirmante, firmarCms } from '../cms/firmar.ts';
import { OID } from '../cms/oids.ts';
import type { Estampador } from './estampador.ts';

/** The clock is the server's: a second is what NTP assures with room to spare. */
const EXACTITUD_SEGUNDOS = 1;

/**
 * The office's own RFC 3161 authority, in process: under a millisecond and 2 kB a token.
 *
 * @param reloj what time it is; tokens carry it to the second
 */
export function estampadorPropio(material: MaterialAutoridad, reloj: () => Date): Estampador {
  return {
    reserva: 3072,
    estampar: async (resumen) => emitirEstampa(material, { resumen, hora: reloj() }),
  };
}

/**
 * Issues a TimeStampToken (RFC 3161 § 2.4.2) over a SHA-256 digest.
 *
 * @param pedido `nonce` in DER, as the request brought it
 */
export async function emitirEstampa(
  material: MaterialAutoridad,
  pedido: { resumen: Uint8Array; hora: Date; nonce?: Uint8Array },
): Promise<Uint8Array> {
  const contenido = secuencia(
    entero(1),
    oid(POLITICA.estampado),
    secuencia(secuencia(oid(OID.sha256)), octetos(pedido.resumen)),
    enteroDe(crypto.getRandomValues(new Uint8Array(16))),
    tiempoGeneral(pedido.hora),
    secuencia(entero(EXACTITUD_SEGUNDOS)),
    ...(pedido.nonce ? [pedido.nonce] : []),
  );
  return firmarCms({
    firmante: await cargarFirmante(material.estampado, material.intermedia),
    contenido: { tipo: OID.contenidoEstampa, bytes: contenido },
  });
}
