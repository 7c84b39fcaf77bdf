import { derDe, leerCertificado } from '../autoridad/certificado.ts';
import { ALGORITMO_FIRMA, importarClave } from '../autoridad/claves.ts';
import type { ParDeClaves } from '../autoridad/material.ts';
import {
  conjunto,
  contexto,
  entero,
  firmaEcdsa,
  octetos,
  oid,
  reetiquetar,
  secuencia,
  type Der,
} from './der.ts';
import { OID } from './oids.ts';

/** A certificate, ready to sign. Everything but the key is DER. */
export interface Firmante {
  certificado: Der;
  /** IssuerAndSerialNumber of the certificate. */
  identidad: Der;
  /** Certificates between the signer's and the root; the root is never embedded: who verifies has it. */
  intermedios: Der[];
  clave: CryptoKey;
}

/** Reading two certificates and a key takes longer than signing; the material lives as long as the process. */
const cargados = new WeakMap<ParDeClaves, Promise<Firmante>>();

export async function cargarFirmante(par: ParDeClaves, intermedia: ParDeClaves): Promise<Firmante> {
  const conocido = cargados.get(par);
  if (conocido) return conocido;
  const firmante = leerFirmante(par, intermedia);
  cargados.set(par, firmante);
  return firmante;
}

async function leerFirmante(par: ParDeClaves, intermedia: ParDeClaves): Promise<Firmante> {
  return firmanteCon(await importarClave(par.clave), par.certificado, intermedia.certificado);
}

/** A signer whose key is already open. Certificates in PEM. */
export function firmanteCon(clave: CryptoKey, certificadoPem: string, intermediaPem: string): Firmante {
  const certificado = leerCertificado(certificadoPem);
  const emisor = new Uint8Array(certificado.issuer.toSchema().toBER(false));
  const serie = new Uint8Array(certificado.serialNumber.toBER(false));
  return {
    certificado: derDe(certificado),
    identidad: secuencia(emisor, serie),
    intermedios: [derDe(leerCertificado(intermediaPem))],
    clave,
  };
}

interface PedidoDeFirma {
  firmante: Firmante;
  /** SHA-256 of detached content, plain data unless told; or the content to embed. Each with its type. */
  contenido: { tipo?: string; resumen: Uint8Array } | { tipo: string; bytes: Uint8Array };
  /** Asked for a timestamp token over the signature value, which goes unsigned beside it (CAdES-T). */
  estampar?: (firma: Der) => Promise<Uint8Array>;
}

const SHA_256 = secuencia(oid(OID.sha256));
const ECDSA_CON_SHA_256 = secuencia(oid(OID.ecdsaConSha256));

/**
 * A CMS SignedData in DER (RFC 5652) of one ECDSA P-256 signature, with signing-certificate-v2 (RFC 5035) and
 * algorithm protection (RFC 6211). It has no signing-time: ETSI EN 319 142-1 § 6.3 forbids it in a PAdES
 * baseline signature, whose claimed time is the entry M of the PDF dictionary.
 */
export async function firmarCms({ firmante, contenido, estampar }: PedidoDeFirma): Promise<Der> {
  const incluido = 'bytes' in contenido;
  const tipo = contenido.tipo ?? OID.datos;
  const resumen = incluido ? await sha256(contenido.bytes) : contenido.resumen;

  // Signed attributes are signed as a SET, though they travel as [0] IMPLICIT (RFC 5652 § 5.4).
  const firmados = await atributosFirmados(tipo, resumen, firmante.certificado);
  const firma = firmaEcdsa(
    new Uint8Array(await crypto.subtle.sign(ALGORITMO_FIRMA, firmante.clave, firmados)),
  );
  const sinFirmar = estampar ? [contexto(1, atributo(OID.estampa, await estampar(firma)))] : [];

  const firmaDeSigno = secuencia(
    entero(1),
    firmante.identidad,
    SHA_256,
    reetiquetar(firmados, 0xa0),
    ECDSA_CON_SHA_256,
    octetos(firma),
    ...sinFirmar,
  );
  const datos = secuencia(
    // RFC 5652 § 5.1: 1 for plain data, 3 for any other content.
    entero(tipo === OID.datos ? 1 : 3),
    conjunto(SHA_256),
    secuencia(oid(tipo), ...(incluido ? [contexto(0, octetos(contenido.bytes))] : [])),
    reetiquetar(conjunto(firmante.certificado, ...firmante.intermedios), 0xa0),
    conjunto(firmaDeSigno),
  );
  return secuencia(oid(OID.datosFirmados), contexto(0, datos));
}

async function atributosFirmados(tipo: string, resumen: Uint8Array, certificado: Der): Promise<Der> {
  // ESSCertIDv2 without its default hash algorithm and without issuerSerial, which EN 319 122-1 § 5.2.2.3 advises.
  const certId = secuencia(secuencia(secuencia(octetos(await sha256(certificado)))));
  const proteccion = secuencia(SHA_256, reetiquetar(ECDSA_CON_SHA_256, 0xa1));
  return conjunto(
    atributo(OID.tipoDeContenido, oid(tipo)),
    atributo(OID.resumen, octetos(resumen)),
    atributo(OID.proteccionDeAlgoritmos, proteccion),
    atributo(OID.certificadoFirmante, certId),
  );
}

const atributo = (tipo: string, valor: Uint8Array): Der => secuencia(oid(tipo), conjunto(valor));

export async function sha256(bytes: Uint8Array): Promise<Der> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Der));
}
