import { definidos } from '@autogestion/normas/definidos';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { MaterialAutoridad } from '../autoridad/material.ts';
import { booleano, entero, enteroDe, octetos, oid, secuencia } from '../cms/der.ts';
import { OID } from '../cms/oids.ts';
import { ErrorDeEstampado } from './estampador.ts';
import { emitirEstampa } from './propio.ts';

/** PKIStatus (RFC 3161 § 2.4.2). */
const CONCEDIDA = 0;
const CONCEDIDA_CON_CAMBIOS = 1;
const RECHAZADA = 2;

/** A TimeStampReq (RFC 3161 § 2.4.1) over a SHA-256 digest, asking for the certificate; and its nonce, in DER. */
export function escribirPeticion(resumen: Uint8Array): { der: Uint8Array; nonce: Uint8Array } {
  const nonce = enteroDe(crypto.getRandomValues(new Uint8Array(8)));
  const huella = secuencia(secuencia(oid(OID.sha256)), octetos(resumen));
  return { der: secuencia(entero(1), huella, nonce, booleano(true)), nonce };
}

/**
 * The token of a TimeStampResp, once it is known to answer that request: granted, same digest, same nonce.
 * Whether the authority is trusted is for who verifies the document.
 * @throws ErrorDeEstampado
 */
export function leerRespuesta(
  der: Uint8Array,
  pedido: { resumen: Uint8Array; nonce: Uint8Array },
): Uint8Array {
  const { status, timeStampToken } = interpretar(() => pkijs.TimeStampResp.fromBER(new Uint8Array(der)));
  const estado = Number(status.status);
  if (estado !== CONCEDIDA && estado !== CONCEDIDA_CON_CAMBIOS) {
    throw new ErrorDeEstampado(
      'RECHAZADO',
      `La autoridad de estampado rechazó la petición (estado ${estado}).`,
    );
  }
  if (!timeStampToken) throw new ErrorDeEstampado('RESPUESTA_INVALIDA', 'La respuesta no trae la estampa.');
  const info = interpretar(() => contenidoDeEstampa(timeStampToken));
  const mismoNonce = info.nonce !== undefined && igual(info.nonce.toBER(false), pedido.nonce);
  if (!mismoNonce || !igual(info.messageImprint.hashedMessage.getValue(), pedido.resumen)) {
    throw new ErrorDeEstampado('RESPUESTA_INVALIDA', 'La estampa no responde a lo que se pidió.');
  }
  return segundoElemento(der);
}

/** The token as it came: written again it might not be what its authority signed. */
function segundoElemento(der: Uint8Array): Uint8Array {
  const { result } = asn1js.fromBER(new Uint8Array(der));
  const token = result instanceof asn1js.Sequence ? result.valueBlock.value[1] : undefined;
  if (!token) throw new ErrorDeEstampado('RESPUESTA_INVALIDA', 'La respuesta no trae la estampa.');
  return new Uint8Array(token.valueBeforeDecodeView);
}

/** TSTInfo of a token. @throws when it is not a token */
function contenidoDeEstampa(token: pkijs.ContentInfo): pkijs.TSTInfo {
  const datos = new pkijs.SignedData({ schema: token.content });
  const { eContentType, eContent } = datos.encapContentInfo;
  if (eContentType !== OID.contenidoEstampa || !eContent)
    throw new RangeError('No es una estampa cronológica.');
  return pkijs.TSTInfo.fromBER(eContent.getValue());
}

/**
 * Answers a TimeStampReq as a server of RFC 3161 (`application/timestamp-query` → `application/timestamp-reply`).
 * Only SHA-256 is stamped. A request that cannot be read or served gets a rejection, not an exception.
 */
export async function responderPeticion(
  material: MaterialAutoridad,
  peticion: Uint8Array,
  hora: Date,
): Promise<Uint8Array> {
  const leida = leerPeticion(peticion);
  if (!leida) return secuencia(secuencia(entero(RECHAZADA)));
  return secuencia(secuencia(entero(CONCEDIDA)), await emitirEstampa(material, { ...leida, hora }));
}

function leerPeticion(der: Uint8Array): { resumen: Uint8Array; nonce?: Uint8Array } | undefined {
  try {
    const { messageImprint, nonce, extensions } = pkijs.TimeStampReq.fromBER(new Uint8Array(der));
    const resumen = new Uint8Array(messageImprint.hashedMessage.getValue());
    const servible =
      messageImprint.hashAlgorithm.algorithmId === OID.sha256 && resumen.length === 32 && !extensions?.length;
    return servible ? { resumen, ...definidos({ nonce: nonce && derDeEntero(nonce) }) } : undefined;
  } catch {
    return undefined;
  }
}

function interpretar<T>(leer: () => T): T {
  try {
    return leer();
  } catch (causa) {
    throw new ErrorDeEstampado(
      'RESPUESTA_INVALIDA',
      'La respuesta de la autoridad de estampado no se entiende.',
      causa,
    );
  }
}

const derDeEntero = (nonce: asn1js.Integer) => new Uint8Array(nonce.toBER(false));

function igual(a: ArrayBuffer, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}
