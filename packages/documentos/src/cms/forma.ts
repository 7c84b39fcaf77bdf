import * as asn1js from 'asn1js';
import type * as pkijs from 'pkijs';

/** ECDSA with any digest (RFC 5758). */
const ECDSA = /^1\.2\.840\.10045\.4\./;

/**
 * Whether an ECDSA signature is the one DER writing of its two numbers. Readers forgive a wrong length, and then a
 * changed byte would go unnoticed. Signatures of other kinds are plain octets.
 */
export function firmaBienEscrita(algoritmo: pkijs.AlgorithmIdentifier, valor: ArrayBuffer): boolean {
  if (!ECDSA.test(algoritmo.algorithmId)) return true;
  const { result, offset } = asn1js.fromBER(valor);
  return offset === valor.byteLength && Buffer.from(result.toBER(false)).equals(new Uint8Array(valor));
}
