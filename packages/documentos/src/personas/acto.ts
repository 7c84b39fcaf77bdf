import canonicalize from 'canonicalize';
import { CompactSign } from 'jose';
import { firmanteCon, firmarCms, sha256 } from '../cms/firmar.ts';
import type { MaterialAutoridad } from '../autoridad/material.ts';
import { OID } from '../cms/oids.ts';
import { estampadorPropio } from '../estampado/propio.ts';

/** JSON without undefined, functions or bigint: what RFC 8785 writes in one way. */
export type Json = string | number | boolean | null | Json[] | { [clave: string]: Json };

/** What a person signs. Its canonical writing (RFC 8785) is, to the byte, what their key signs. */
export interface ActoPorFirmar {
  version: 1;
  /** Kind of act: `firma.prueba`. */
  tipo: string;
  radicado: string;
  /** Who signs. */
  firmante: { nit: string; nombre: string };
  /** For whom: the same person, or whom they represent. */
  titular: { nit: string; nombre: string };
  /** Instant in UTC, to the millisecond. */
  firmadoEn: string;
  /** The act itself. */
  acto: Json;
  /** SHA-256, in hexadecimal, of the canonical writing of what the person had before their eyes. */
  mostrado: string;
}

/** A signed act: everything that is needed to prove it, besides the office's root and its revocation list. */
export interface ActoFirmado {
  /** Canonical JSON of the act. */
  canonico: string;
  /** Compact JWS (RFC 7515) over it, ES256, with the certificates in `x5c` and its own `typ`. */
  jws: string;
  /**
   * Detached CMS (RFC 5652) over it, in DER, with a content type of its own: CAdES-T, signing-certificate-v2 and a
   * timestamp of the office.
   */
  cms: Uint8Array<ArrayBuffer>;
}

/** What the JWS of an act says that it is (RFC 7515 § 4.1.9); those of before 2026-12 say nothing. */
export const TIPO_DE_JWS = 'acto+jws';

export interface FirmaDePersona {
  /** Open private key. */
  clave: CryptoKey;
  /** Their certificate, in PEM. */
  certificado: string;
  material: MaterialAutoridad;
}

/** @throws RangeError when it is not JSON: the same act must always be the same bytes */
export function canonico(valor: unknown): string {
  const texto = canonicalize(valor);
  if (texto === undefined) throw new RangeError('No es JSON.');
  return texto;
}

/** SHA-256 of the canonical writing, in hexadecimal. */
export async function resumenDe(valor: unknown): Promise<string> {
  return Buffer.from(await sha256(Buffer.from(canonico(valor), 'utf8'))).toString('hex');
}

/** Signs an act with a person's own key, as JWS and as CMS over the same bytes. Some 2 ms. */
export async function firmarActoConClave(
  acto: ActoPorFirmar,
  { clave, certificado, material }: FirmaDePersona,
): Promise<ActoFirmado> {
  const texto = canonico(acto);
  const bytes = Buffer.from(texto, 'utf8');
  const firmante = firmanteCon(clave, certificado, material.personas.certificado);
  const estampador = estampadorPropio(material, () => new Date(acto.firmadoEn));
  const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64');
  const jws = await new CompactSign(bytes)
    .setProtectedHeader({
      alg: 'ES256',
      typ: TIPO_DE_JWS,
      'x5t#S256': Buffer.from(await sha256(firmante.certificado)).toString('base64url'),
      x5c: [firmante.certificado, ...firmante.intermedios].map(base64),
    })
    .sign(clave);
  const cms = await firmarCms({
    firmante,
    contenido: { tipo: OID.acto, resumen: await sha256(bytes) },
    estampar: async (firma) => estampador.estampar(await sha256(firma)),
  });
  return { canonico: texto, jws, cms };
}
