import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { derDe } from '../autoridad/certificado.ts';
import { firmaBienEscrita } from './forma.ts';
import { comoSeLee, FIRMAS, OID, RESUMENES } from './oids.ts';
import { resumir, type Trozos } from './resumir.ts';

/** A signature that does verify: what was signed and by which certificate. Trust is another matter. */
export interface CmsVerificado {
  /** Content type (RFC 5652 § 11.1): what kind of thing was signed. */
  tipo: string;
  firmante: pkijs.Certificate;
  /** The others that travel with it. */
  otros: pkijs.Certificate[];
  /** Embedded content, when it is not detached. */
  contenido: Uint8Array<ArrayBuffer> | undefined;
  /** Signature value, over which a timestamp is taken. */
  firma: Uint8Array<ArrayBuffer>;
  /** The timestamp token beside it, in DER. */
  estampa: Uint8Array<ArrayBuffer> | undefined;
}

/** Why a CMS proves nothing, for the log; the person reads something else. */
class CmsInvalido extends Error {
  override readonly name = 'CmsInvalido';
}

/**
 * Verifies a CMS SignedData of one signature (RFC 5652 § 5.6): digest, signature over the signed attributes and
 * signing-certificate-v2. Everything that the signature itself does not protect (versions, lists of algorithms,
 * encoding) must have its only proper value, so that not a byte can change unnoticed.
 *
 * @param tipos content types that are taken: a signature over any other kind of thing proves nothing here
 * @param separado what a detached signature covers
 * @throws CmsInvalido
 */
export async function verificarCms(
  der: Uint8Array,
  tipos: readonly string[],
  separado?: Trozos,
): Promise<CmsVerificado> {
  try {
    return await verificar(new Uint8Array(der), tipos, separado);
  } catch (causa) {
    // asn1js and pkijs throw on what they cannot read, each in its own way.
    throw causa instanceof CmsInvalido ? causa : new CmsInvalido('ilegible', { cause: causa });
  }
}

async function verificar(
  der: Uint8Array<ArrayBuffer>,
  tipos: readonly string[],
  separado: Trozos | undefined,
): Promise<CmsVerificado> {
  const envoltura = pkijs.ContentInfo.fromBER(der);
  exigir(envoltura.contentType === OID.datosFirmados, 'no es SignedData');
  const datos = new pkijs.SignedData({ schema: envoltura.content });
  const tipo = porSuNombre(datos.encapContentInfo.eContentType);
  datos.encapContentInfo.eContentType = tipo;
  exigir(recodificar(datos).equals(der), 'codificación');
  const [firma, ...sobran] = datos.signerInfos;
  if (!firma || sobran.length > 0) throw new CmsInvalido('no tiene exactamente una firma');
  exigir(tipos.includes(tipo), 'tipo de contenido');
  exigirForma(datos, firma, tipo);

  const certificados = (datos.certificates ?? []).filter((uno) => uno instanceof pkijs.Certificate);
  const firmante = certificados.find((uno) => esDe(firma.sid, uno));
  if (!firmante) throw new CmsInvalido('no trae el certificado de quien firma');

  const resumen = RESUMENES[firma.digestAlgorithm.algorithmId];
  if (!resumen) throw new CmsInvalido('algoritmo de resumen no admitido');
  const { algorithmId } = firma.signatureAlgorithm;
  exigir(
    algorithmId in FIRMAS && (FIRMAS[algorithmId] ?? resumen) === resumen,
    'algoritmo de firma no admitido',
  );
  const contenido = datos.encapContentInfo.eContent?.getValue();
  const firmado = contenido ? [new Uint8Array(contenido)] : separado;
  if (!firmado || (contenido && separado)) throw new CmsInvalido('no se sabe qué firma');

  exigirAtributos(firma, { tipo, resumen, firmado, firmante });
  await exigirFirma(firma, firmante, resumen);
  return {
    tipo,
    firmante,
    otros: certificados.filter((uno) => uno !== firmante),
    contenido: contenido ? new Uint8Array(contenido) : undefined,
    firma: new Uint8Array(firma.signature.getValue()),
    estampa: estampaDe(firma),
  };
}

const PROPIOS: ReadonlyMap<string, string> = new Map(
  [OID.acto, OID.constancia].map((tipo) => [comoSeLee(tipo), tipo]),
);
const porSuNombre = (leido: string): string => PROPIOS.get(leido) ?? leido;

/** DER has one writing for each value, so what was read must write the same bytes. */
function recodificar(datos: pkijs.SignedData): Buffer {
  const envoltura = new pkijs.ContentInfo({ contentType: OID.datosFirmados, content: datos.toSchema(true) });
  return Buffer.from(envoltura.toSchema().toBER(false));
}

function exigirForma(datos: pkijs.SignedData, firma: pkijs.SignerInfo, tipo: string): void {
  exigir(datos.version === (tipo === OID.datos ? 1 : 3), 'versión de SignedData');
  exigir(firma.version === 1, 'versión de SignerInfo');
  exigir(!datos.crls && !datos.ocsps, 'listas de revocación');
  const [algoritmo, ...otros] = datos.digestAlgorithms;
  exigir(
    otros.length === 0 && !!algoritmo && iguales(algoritmo, firma.digestAlgorithm),
    'resúmenes declarados',
  );
}

function exigirAtributos(
  firma: pkijs.SignerInfo,
  esperado: {
    tipo: string;
    resumen: Parameters<typeof resumir>[0];
    firmado: Trozos;
    firmante: pkijs.Certificate;
  },
): void {
  const tipo = atributo(firma.signedAttrs, OID.tipoDeContenido);
  exigir(
    tipo instanceof asn1js.ObjectIdentifier && porSuNombre(tipo.getValue()) === esperado.tipo,
    'atributo de tipo',
  );

  const resumen = atributo(firma.signedAttrs, OID.resumen);
  const calculado = resumir(esperado.resumen, esperado.firmado);
  exigir(
    resumen instanceof asn1js.OctetString && calculado.equals(octetos(resumen)),
    'resumen del contenido',
  );

  // RFC 5035 § 3: SEQUENCE { SEQUENCE OF { [algorithm DEFAULT sha256,] hash [, issuerSerial] } }
  const [primero] = hijos(hijos(atributo(firma.signedAttrs, OID.certificadoFirmante))[0]);
  const [uno, dos] = hijos(primero);
  const [algoritmo, huella] = uno instanceof asn1js.OctetString ? [undefined, uno] : [uno, dos];
  const nombrado = algoritmo ? hijos(algoritmo)[0] : undefined;
  const nombre = nombrado instanceof asn1js.ObjectIdentifier ? RESUMENES[nombrado.getValue()] : 'SHA-256';
  if (!nombre || !(huella instanceof asn1js.OctetString)) throw new CmsInvalido('signing-certificate-v2');
  const propia = resumir(nombre, [derDe(esperado.firmante)]);
  exigir(propia.equals(octetos(huella)), 'signing-certificate-v2');
}

async function exigirFirma(
  firma: pkijs.SignerInfo,
  firmante: pkijs.Certificate,
  resumen: string,
): Promise<void> {
  const firmados = firma.signedAttrs?.encodedValue;
  if (!firmados) throw new CmsInvalido('no tiene atributos firmados');
  // What travels as [0] IMPLICIT was signed as a SET.
  exigir(firmaBienEscrita(firma.signatureAlgorithm, firma.signature.getValue()), 'codificación de la firma');
  const datos = new Uint8Array(firmados);
  datos[0] = 0x31;
  const valida = await pkijs
    .getCrypto(true)
    .verifyWithPublicKey(
      datos,
      firma.signature,
      firmante.subjectPublicKeyInfo,
      firma.signatureAlgorithm,
      resumen,
    );
  exigir(valida, 'firma');
}

function estampaDe(firma: pkijs.SignerInfo): Uint8Array<ArrayBuffer> | undefined {
  const sinFirmar = firma.unsignedAttrs?.attributes ?? [];
  if (sinFirmar.length === 0) return undefined;
  const valor = atributo(firma.unsignedAttrs, OID.estampa);
  exigir(sinFirmar.length === 1 && !!valor, 'atributos sin firmar');
  return valor && new Uint8Array(valor.toBER(false));
}

/** The only value of the only attribute of that type. */
function atributo(
  lista: pkijs.SignedAndUnsignedAttributes | undefined,
  oid: string,
): asn1js.BaseBlock | undefined {
  const hallados = (lista?.attributes ?? []).filter(({ type }) => type === oid);
  const valores: unknown[] = hallados.length === 1 ? (hallados[0]?.values ?? []) : [];
  return valores.length === 1 && valores[0] instanceof asn1js.BaseBlock ? valores[0] : undefined;
}

function hijos(bloque: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  return bloque instanceof asn1js.Constructed ? bloque.valueBlock.value : [];
}

function esDe(sid: unknown, certificado: pkijs.Certificate): boolean {
  return (
    sid instanceof pkijs.IssuerAndSerialNumber &&
    // Byte by byte: pkijs compares names without regard to case.
    Buffer.from(sid.issuer.toSchema().toBER(false)).equals(
      Buffer.from(certificado.issuer.toSchema().toBER(false)),
    ) &&
    sid.serialNumber.isEqual(certificado.serialNumber)
  );
}

function octetos(cadena: asn1js.OctetString): Uint8Array {
  return new Uint8Array(cadena.getValue());
}

function iguales(a: pkijs.AlgorithmIdentifier, b: pkijs.AlgorithmIdentifier): boolean {
  const der = (uno: pkijs.AlgorithmIdentifier) => Buffer.from(uno.toSchema().toBER(false));
  return der(a).equals(der(b));
}

function exigir(condicion: boolean, que: string): asserts condicion {
  if (!condicion) throw new CmsInvalido(que);
}
