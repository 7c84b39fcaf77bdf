import * as pkijs from 'pkijs';
import { tieneUso } from '../autoridad/cadena.ts';
import { USO } from '../autoridad/certificado.ts';
import { ALGORITMO_FIRMA } from '../autoridad/claves.ts';
import type { MaterialAutoridad } from '../autoridad/material.ts';
import { bloquesPem } from '../autoridad/pem.ts';
import {
  bits,
  contexto,
  entero,
  enteroDe,
  enumerado,
  firmaEcdsa,
  largoDer,
  octetos,
  oid,
  secuencia,
  tiempo,
  tiempoGeneral,
  type Der,
} from '../cms/der.ts';
import { firmaBienEscrita } from '../cms/forma.ts';
import { OID } from '../cms/oids.ts';
import { emisorDe } from './certificado.ts';

/** Reasons of RFC 5280 § 5.3.1 that this office uses; without one the holder simply asked for it. */
export const MOTIVO_X509 = { claveComprometida: 1, reemplazado: 4, derechoRetirado: 9 } as const;

export interface Revocado {
  /** Serial number, in hexadecimal. */
  serie: string;
  en: Date;
  motivo?: (typeof MOTIVO_X509)[keyof typeof MOTIVO_X509];
}

interface PedidoDeLista {
  /** Grows with each list. */
  numero: number;
  emitidaEn: Date;
  /** Until when nobody needs a newer one. */
  vigenteHasta: Date;
  revocados: readonly Revocado[];
  /** Certificates that expired since then stay in the list (X.509 § 9.5.2.5): old signatures are judged by it. */
  vencidosDesde: Date;
}

const ID = {
  numeroDeLista: '2.5.29.20',
  motivo: '2.5.29.21',
  identificadorDelEmisor: '2.5.29.35',
  vencidosEnLaLista: '2.5.29.60',
} as const;
const ECDSA_CON_SHA_256 = secuencia(oid(OID.ecdsaConSha256));

/** Signs the revocation list of the certificates of persons (RFC 5280 § 5), in DER. */
export async function emitirLista({ personas }: MaterialAutoridad, pedido: PedidoDeLista): Promise<Der> {
  const { certificado, clave } = await emisorDe(personas);
  const entradas = pedido.revocados.map(({ serie, en, motivo }) =>
    secuencia(
      enteroDe(Buffer.from(serie, 'hex')),
      tiempo(en),
      ...(motivo === undefined ? [] : [secuencia(extension(ID.motivo, enumerado(motivo)))]),
    ),
  );
  const extensiones = secuencia(
    extension(ID.identificadorDelEmisor, identificadorDe(certificado)),
    extension(ID.numeroDeLista, entero(pedido.numero)),
    extension(ID.vencidosEnLaLista, tiempoGeneral(pedido.vencidosDesde)),
  );
  const cuerpo = secuencia(
    entero(1),
    ECDSA_CON_SHA_256,
    new Uint8Array(certificado.subject.toSchema().toBER(false)),
    tiempo(pedido.emitidaEn),
    tiempo(pedido.vigenteHasta),
    // An empty list is left out (§ 5.1.2.6).
    ...(entradas.length > 0 ? [secuencia(...entradas)] : []),
    contexto(0, extensiones),
  );
  const firma = new Uint8Array(await crypto.subtle.sign(ALGORITMO_FIRMA, clave, cuerpo));
  return secuencia(cuerpo, ECDSA_CON_SHA_256, bits(firmaEcdsa(firma)));
}

const extension = (id: string, valor: Der): Der => secuencia(oid(id), octetos(valor));

/** AuthorityKeyIdentifier with the identifier that the issuer's own certificate has. */
function identificadorDe(emisor: pkijs.Certificate): Der {
  const propio = emisor.extensions?.find(({ extnID }) => extnID === '2.5.29.14');
  if (!propio) throw new RangeError('El certificado de la autoridad no trae su identificador.');
  const clave = new Uint8Array(propio.extnValue.valueBlock.valueHexView);
  // Inside travels an OCTET STRING; here it is [0] IMPLICIT.
  const implicito = new Uint8Array(clave);
  implicito[0] = 0x80;
  return secuencia(implicito);
}

/** A revocation list whose issuer signed it. */
export interface ListaLeida {
  emitidaEn: Date;
  vigenteHasta: Date | undefined;
  /** When each one was revoked, by serial number in hexadecimal. */
  revocados: ReadonlyMap<string, Date>;
}

/**
 * Reads a list and checks that `emisor` signed it; undefined when it is anything else.
 * @param bytes DER, or PEM
 */
export async function leerLista(
  bytes: Uint8Array,
  emisor: pkijs.Certificate,
): Promise<ListaLeida | undefined> {
  try {
    const der = aDer(bytes);
    // The library forgives a whole that says to be a byte shorter than it is.
    if (largoDer(der) !== der.length) return undefined;
    const lista = pkijs.CertificateRevocationList.fromBER(der);
    const { signatureValue, signatureAlgorithm } = lista;
    const firma = new Uint8Array(signatureValue.valueBlock.valueHexView).buffer;
    const bien =
      lista.issuer.isEqual(emisor.subject) &&
      tieneUso(emisor, USO.firmaDeListas) &&
      signatureValue.valueBlock.unusedBits === 0 &&
      firmaBienEscrita(signatureAlgorithm, firma) &&
      // A critical extension that is not understood may change what the list means (§ 5.2).
      !(lista.crlExtensions?.extensions ?? []).some(({ critical }) => critical) &&
      (await lista.verify({ issuerCertificate: emisor }));
    if (!bien) return undefined;
    const revocados = (lista.revokedCertificates ?? []).map(
      ({ userCertificate, revocationDate }) =>
        [Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex'), revocationDate.value] as const,
    );
    return {
      emitidaEn: lista.thisUpdate.value,
      vigenteHasta: lista.nextUpdate?.value,
      revocados: new Map(revocados),
    };
  } catch {
    return undefined;
  }
}

function aDer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const enPem = Buffer.from(bytes.subarray(0, 11)).toString('latin1') === '-----BEGIN ';
  const [der] = enPem ? bloquesPem(Buffer.from(bytes).toString('latin1'), 'X509 CRL') : [];
  return der ?? new Uint8Array(bytes);
}
