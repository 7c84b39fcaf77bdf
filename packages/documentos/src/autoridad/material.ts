import type { JWK } from 'jose';

/** A certificate and its private key (PKCS #8), both in PEM. */
export interface ParDeClaves {
  certificado: string;
  clave: string;
}

/** Public half of a P-256 key that signs compact statements (RFC 7517), without anything private. */
export interface ClaveDeDeclaracion extends JWK {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  /** First eight characters of the RFC 7638 thumbprint: short, because it travels in a QR. */
  kid: string;
  alg: 'ES256';
  use: 'sig';
}

/**
 * Everything with which the office proves its documents; plain, so that it can be kept as encrypted JSON.
 * Who holds it can seal in the office's name.
 */
export interface MaterialAutoridad {
  version: 4;
  /** Name of the office, as its certificates say. */
  nombre: string;
  /** The key may be kept away from the server: it only issues intermediates. */
  raiz: { certificado: string; clave?: string };
  intermedia: ParDeClaves;
  /** The other intermediate: it issues the certificates of persons and their revocation list, and nothing else. */
  personas: ParDeClaves;
  /** Seals documents. */
  sello: ParDeClaves;
  /** Issues RFC 3161 timestamps. */
  estampado: ParDeClaves;
  /** Signs what the office answers of electronic documents (ApplicationResponse). */
  respuesta: ParDeClaves;
  /** Signs the statements carried by QR codes. */
  declaracion: { clave: string; publica: ClaveDeDeclaracion };
  /** Keys that signed before: what they signed still has to verify. */
  declaracionesAnteriores: ClaveDeDeclaracion[];
}

/** What anybody may know of the authority, to publish. */
export interface AutoridadPublica {
  /** PEM of the root: who trusts it accepts the office's documents. */
  raiz: string;
  /** PEM of the root and of both intermediates, in that order. */
  certificados: string;
  /** Keys of the compact statements (RFC 7517). */
  jwks: { keys: ClaveDeDeclaracion[] };
}

/** The public part of the material. */
export function publicar(material: MaterialAutoridad): AutoridadPublica {
  return {
    raiz: material.raiz.certificado,
    certificados: material.raiz.certificado + material.intermedia.certificado + material.personas.certificado,
    jwks: { keys: [material.declaracion.publica, ...material.declaracionesAnteriores] },
  };
}
