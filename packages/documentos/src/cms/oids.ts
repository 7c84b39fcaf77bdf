import * as asn1js from 'asn1js';
import { oid } from './der.ts';

/** Object identifiers of CMS (RFC 5652), ESS (RFC 5035) and RFC 3161. */
export const OID = {
  datos: '1.2.840.113549.1.7.1',
  /**
   * The act that a person signs (`personas/acto.ts`), in the arc of UUIDs: what somebody wrote and signed is never the
   * plain data that a seal covers. What was signed before 2026-12 says plain data.
   */
  acto: '2.25.119952292585718059907251806558653208725',
  /** What the office certifies of an attempt (`constancia`): by the seal's certificate, and no document that it seals. */
  constancia: '2.25.121113509706269778374371003659924942177',
  datosFirmados: '1.2.840.113549.1.7.2',
  tipoDeContenido: '1.2.840.113549.1.9.3',
  resumen: '1.2.840.113549.1.9.4',
  horaDeFirma: '1.2.840.113549.1.9.5',
  certificadoFirmante: '1.2.840.113549.1.9.16.2.47',
  proteccionDeAlgoritmos: '1.2.840.113549.1.9.52',
  estampa: '1.2.840.113549.1.9.16.2.14',
  contenidoEstampa: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaConSha256: '1.2.840.10045.4.3.2',
} as const;

/** Digests accepted in somebody else's signature, by identifier. SHA-1 is not among them. */
export const RESUMENES: Readonly<Record<string, 'SHA-256' | 'SHA-384' | 'SHA-512'>> = {
  [OID.sha256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/**
 * Signature algorithms accepted, with the digest that each one fixes. RSA without a digest of its own takes that of
 * the signature.
 */
export const FIRMAS: Readonly<Record<string, string | undefined>> = {
  [OID.ecdsaConSha256]: 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
  '1.2.840.113549.1.1.1': undefined,
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};

/**
 * How asn1js names an identifier that it reads: arcs beyond 2⁵³, as those of a UUID are, in hexadecimal. It does not
 * write that name back, so what is read has to be named again before it is written.
 */
export function comoSeLee(puntos: string): string {
  const { result } = asn1js.fromBER(oid(puntos));
  if (!(result instanceof asn1js.ObjectIdentifier)) throw new RangeError(`${puntos} no es un identificador.`);
  return result.getValue();
}
