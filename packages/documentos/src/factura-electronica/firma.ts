import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import type { XmlDocument, XmlElement } from 'libxml2-wasm';
import type { Arbol } from './arbol.ts';
import { formaCanonica } from './canonica.ts';
import { causaDelResumen } from './causas.ts';
import { hijos, NS, textoDe, unico } from './elemento.ts';
import { POLITICA_DE_FIRMA } from './firmar.ts';

const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const ENVUELTA = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const TIPO_PROPIEDADES = 'http://uri.etsi.org/01903#SignedProperties';
const RESUMENES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};
const FIRMAS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'sha384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
};
/** The office's own answers, which no issuer signs. */
const FIRMAS_DE_RESPUESTA: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': 'sha256',
};
const BITS_MINIMOS = 2048;

interface FallaDeFirma {
  regla: string;
  tipo: 'rechazo' | 'notificacion';
  mensaje: string;
}

export interface VeredictoDeFirma {
  estado: 'valida' | 'invalida' | 'ausente';
  fallas: FallaDeFirma[];
  /** Only from a signature that is valid, and from the properties whose digest was verified. */
  firmante?: {
    certificado: X509Certificate;
    /** Those that came with it. */
    otros: X509Certificate[];
    momento: string | undefined;
    papeles: string[];
    /** SHA-256 of the canonical form of what is signed: two files with the same one are the same document. */
    huella: Uint8Array;
  };
}

class FirmaInvalida extends Error {
  readonly regla: string;

  constructor(mensaje: string, regla = 'ZE02') {
    super(mensaje);
    this.regla = regla;
  }
}

/**
 * Verifies the XAdES-EPES signature of a document in the tree that was parsed, and takes it out of that tree:
 * what stays is exactly what the first reference digested, and is what is read afterwards.
 *
 * One signature, in its place; three references, each to one thing: the document, this signature's KeyInfo and
 * this signature's SignedProperties. Whether the certificate's issuer deserves trust is not asked here.
 */
export function verificarFirma(
  { documento, raiz, porId }: Arbol,
  con: 'rsa' | 'ec' = 'rsa',
): VeredictoDeFirma {
  const firmas = documento.find('//ds:Signature', { ds: NS.ds }) as XmlElement[];
  const [firma] = firmas;
  if (!firma) return { estado: 'ausente', fallas: [] };
  const fallas: FallaDeFirma[] = [];
  const anotar = (error: unknown): null => {
    if (!(error instanceof FirmaInvalida)) throw error;
    fallas.push({ regla: error.regla, tipo: 'rechazo', mensaje: error.message });
    return null;
  };
  const intentar = <T>(paso: () => T): T | null => {
    try {
      return paso();
    } catch (error) {
      return anotar(error);
    }
  };
  const partes = intentar(() => {
    if (firmas.length > 1) throw new FirmaInvalida(`El documento trae ${firmas.length} firmas, y es una.`);
    return desarmar(documento, raiz, firma, { porId, con });
  });
  if (!partes) return { estado: 'invalida', fallas };
  const firmante = intentar(() => comprobarValor(partes));
  for (const referencia of [partes.claves, partes.propiedades]) {
    intentar(() => comprobarReferencia(referencia, referencia.elemento));
  }
  const propiedades = leerPropiedades(partes.propiedades.elemento);
  if (firmante) intentar(() => comprobarCertificado(firmante, propiedades));
  // From here on the tree is what the signature covers.
  firma.remove();
  const firmado = intentar(() => comprobarReferencia(partes.documento, documento));
  if (fallas.length > 0 || !firmante || firmado === null) return { estado: 'invalida', fallas };
  fallas.push(...observaciones(firmante, propiedades));
  const { momento, papeles } = propiedades;
  const otros = partes.certificados.filter((c) => c !== firmante);
  return {
    estado: 'valida',
    fallas,
    firmante: { certificado: firmante, otros, momento, papeles, huella: huellaDe(firmado) },
  };
}

/** Canonical XML refuses names whose namespace is a relative address: such a document has no canonical form. */
function canonico(nodo: XmlElement | XmlDocument): string {
  try {
    return formaCanonica(nodo);
  } catch {
    throw new FirmaInvalida('El documento no tiene forma canónica: usa un espacio de nombres relativo.');
  }
}

interface Referencia {
  nombre: string;
  elemento: XmlElement;
  algoritmo: string;
  esperado: Buffer;
}

interface Partes {
  firmado: string;
  algoritmo: string;
  con: 'rsa' | 'ec';
  valor: Buffer;
  certificados: X509Certificate[];
  documento: Referencia;
  claves: Referencia;
  propiedades: Referencia;
}

/** Every part in its only place, or none. */
function desarmar(
  documento: XmlDocument,
  raiz: XmlElement,
  firma: XmlElement,
  { porId, con }: { porId: Arbol['porId']; con: 'rsa' | 'ec' },
): Partes {
  exigirLugar(raiz, firma);
  const info = exigir(unico(firma, 'SignedInfo', NS.ds), 'La firma no trae SignedInfo, o trae dos.');
  const llaves = exigir(unico(firma, 'KeyInfo', NS.ds), 'La firma no trae KeyInfo, o trae dos.');
  const metodo = unico(info, 'CanonicalizationMethod', NS.ds)?.attr('Algorithm')?.value;
  if (metodo !== C14N) {
    throw new FirmaInvalida(
      `La firma se canonicaliza con C14N inclusiva (${C14N}), y dice «${metodo ?? 'nada'}».`,
    );
  }
  const cuales = con === 'rsa' ? FIRMAS : FIRMAS_DE_RESPUESTA;
  const algoritmo = cuales[unico(info, 'SignatureMethod', NS.ds)?.attr('Algorithm')?.value ?? ''];
  if (!algoritmo) throw new FirmaInvalida('La firma va con RSA y SHA-256, SHA-384 o SHA-512.');
  const propiedades = exigirPropiedades(documento, firma);
  const referencias = hijos(info, 'Reference', NS.ds).map((r) =>
    leerReferencia(r, { raiz, llaves, propiedades, porId }),
  );
  const de = (elemento: XmlElement, nombre: string): Referencia => {
    const suyas = referencias.filter((r) => r.elemento.isSameNode(elemento));
    const [referencia] = suyas;
    if (!referencia || suyas.length > 1) {
      throw new FirmaInvalida(`La firma debe cubrir una vez ${nombre}, y lo cubre ${suyas.length} veces.`);
    }
    return referencia;
  };
  return {
    firmado: canonico(info),
    algoritmo,
    con,
    valor: deBase64(textoDe(unico(firma, 'SignatureValue', NS.ds)), 'El valor de la firma'),
    certificados: leerCertificados(llaves),
    documento: de(raiz, 'el documento entero'),
    claves: de(llaves, 'el certificado (KeyInfo)'),
    propiedades: de(propiedades, 'las propiedades firmadas (SignedProperties)'),
  };
}

function exigir<T>(valor: T | undefined, mensaje: string): T {
  if (valor === undefined) throw new FirmaInvalida(mensaje);
  return valor;
}

function exigirLugar(raiz: XmlElement, firma: XmlElement): void {
  const lugar = ['ExtensionContent', 'UBLExtension', 'UBLExtensions'];
  let actual = firma.parent;
  for (const nombre of lugar) {
    if (actual?.name !== nombre || actual.namespaceUri !== NS.ext) {
      throw new FirmaInvalida(
        'La firma no está en su lugar: en una extensión (ext:UBLExtension) del documento.',
      );
    }
    actual = actual.parent;
  }
  if (!actual?.isSameNode(raiz))
    throw new FirmaInvalida('La firma no está en las extensiones del documento.');
}

/**
 * The one QualifyingProperties of the file, inside this signature and pointing at it: a foreign one could
 * have its digest verified while another is read.
 */
function exigirPropiedades(documento: XmlDocument, firma: XmlElement): XmlElement {
  const todas = documento.find('//*[local-name()="QualifyingProperties"]') as XmlElement[];
  const firmadas = documento.find('//*[local-name()="SignedProperties"]') as XmlElement[];
  if (todas.length === 0 || firmadas.length === 0) {
    throw new FirmaInvalida('La firma no es XAdES-EPES: no trae propiedades firmadas.', 'ZE01');
  }
  const [propiedades] = todas;
  const objetos = hijos(firma, 'Object', NS.ds);
  const id = firma.attr('Id')?.value;
  if (
    todas.length > 1 ||
    firmadas.length > 1 ||
    propiedades?.namespaceUri !== NS.xades ||
    !objetos.some((o) => propiedades.parent?.isSameNode(o)) ||
    id === undefined ||
    propiedades.attr('Target')?.value !== `#${id}`
  ) {
    throw new FirmaInvalida('Las propiedades firmadas no son las de esta firma, o hay más de unas.');
  }
  return exigir(
    unico(propiedades, 'SignedProperties', NS.xades),
    'Las propiedades firmadas no están en su lugar.',
  );
}

function leerReferencia(
  referencia: XmlElement,
  permitidos: { raiz: XmlElement; llaves: XmlElement; propiedades: XmlElement; porId: Arbol['porId'] },
): Referencia {
  const { raiz, llaves, propiedades, porId } = permitidos;
  const uri = referencia.attr('URI')?.value;
  const elemento = uri === '' ? raiz : porId.get(uri?.startsWith('#') ? uri.slice(1) : '');
  const permitido = elemento && [raiz, llaves, propiedades].some((e) => e.isSameNode(elemento));
  if (!permitido || (uri !== '' && elemento.isSameNode(raiz))) {
    throw new FirmaInvalida(
      `La firma cubre «${uri ?? 'nada'}», que no es el documento, ni su certificado ni sus propiedades.`,
    );
  }
  const esDocumento = uri === '';
  const nombre = esDocumento ? 'documento' : elemento.isSameNode(llaves) ? 'KeyInfo' : 'SignedProperties';
  if (nombre === 'SignedProperties' && referencia.attr('Type')?.value !== TIPO_PROPIEDADES) {
    throw new FirmaInvalida('La referencia a las propiedades firmadas no dice que lo es (Type).');
  }
  exigirTransformaciones(referencia, esDocumento, nombre);
  const algoritmo = RESUMENES[unico(referencia, 'DigestMethod', NS.ds)?.attr('Algorithm')?.value ?? ''];
  if (!algoritmo) {
    throw new FirmaInvalida(`El resumen de ${nombre} va con SHA-256, SHA-384 o SHA-512.`);
  }
  const esperado = deBase64(textoDe(unico(referencia, 'DigestValue', NS.ds)), `El resumen de ${nombre}`);
  return { nombre, elemento, algoritmo, esperado };
}

function exigirTransformaciones(referencia: XmlElement, esDocumento: boolean, nombre: string): void {
  const grupos = hijos(referencia, 'Transforms', NS.ds);
  const usadas = grupos
    .flatMap((g) => hijos(g, 'Transform', NS.ds))
    .map((t) => ({ cual: t.attr('Algorithm')?.value ?? '', conHijos: t.firstChild instanceof Object }));
  const debidas = esDocumento ? [ENVUELTA] : [];
  const nombres = usadas.map((u) => u.cual);
  const sobra = nombres.find((n, i) => n !== debidas[i] && !(n === C14N && i === debidas.length));
  if (
    grupos.length > 1 ||
    nombres.length < debidas.length ||
    sobra !== undefined ||
    usadas.some((u) => u.conHijos)
  ) {
    throw new FirmaInvalida(
      `La transformación «${sobra ?? nombres.join(' ')}» de ${nombre} no se acepta: ` +
        `${esDocumento ? 'es la de firma envuelta, y después ' : 'solo '}C14N inclusiva.`,
    );
  }
}

/** Base64 as it is written, with nothing that a lenient reader would skip. */
function deBase64(texto: string | undefined, que: string): Buffer {
  const limpio = texto?.replace(/[\t\n\r ]/g, '') ?? '';
  const bytes = Buffer.from(limpio, 'base64');
  if (limpio === '' || bytes.toString('base64') !== limpio) throw new FirmaInvalida(`${que} no es base64.`);
  return bytes;
}

function leerCertificados(llaves: XmlElement): X509Certificate[] {
  const textos = hijos(llaves, 'X509Data', NS.ds)
    .flatMap((x) => hijos(x, 'X509Certificate', NS.ds))
    .map(textoDe);
  if (textos.length === 0) throw new FirmaInvalida('La firma no trae su certificado (X509Certificate).');
  return textos.map((t) => {
    const bytes = deBase64(t, 'El certificado');
    try {
      const certificado = new X509Certificate(bytes);
      // The key is only read here: a certificate can be whole and its key not.
      exigir(certificado.publicKey.asymmetricKeyType, 'El certificado de la firma no trae llave.');
      return certificado;
    } catch {
      throw new FirmaInvalida('El certificado de la firma no se puede leer.');
    }
  });
}

/** The certificate whose key made the signature: the leaf is the one that verifies. */
function comprobarValor({ firmado, algoritmo, con, valor, certificados }: Partes): X509Certificate {
  const datos = Buffer.from(firmado);
  const firmante = certificados.find((c) => {
    const { publicKey } = c;
    if (publicKey.asymmetricKeyType !== con) return false;
    if (con === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < BITS_MINIMOS) return false;
    return verify(algoritmo, datos, { key: publicKey, dsaEncoding: 'ieee-p1363' }, valor);
  });
  if (!firmante) {
    throw new FirmaInvalida(
      'El valor de la firma no corresponde a su SignedInfo con el certificado que trae: cambió después de firmar, o la firma es de otro.',
    );
  }
  return firmante;
}

const huellaDe = (canonica: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(canonica).digest());

/** @returns the canonical form that was digested */
function comprobarReferencia(
  { nombre, algoritmo, esperado }: Referencia,
  nodo: XmlElement | XmlDocument,
): string {
  const contenido = canonico(nodo);
  const hallado = createHash(algoritmo).update(contenido).digest();
  if (hallado.length === esperado.length && timingSafeEqual(hallado, esperado)) return contenido;
  throw new FirmaInvalida(
    `Referencia «${nombre}»: la firma dice ${esperado.toString('base64')} y lo que trae el archivo da ` +
      `${hallado.toString('base64')} (${algoritmo}). ${causaDelResumen(nodo, { contenido, algoritmo, esperado })}`,
  );
}

interface Propiedades {
  momento: string | undefined;
  papeles: string[];
  certificado: { algoritmo: string | undefined; resumen: string | undefined } | undefined;
  politica: { direccion: string | undefined; resumen: string | undefined } | undefined;
}

function leerPropiedades(propiedades: XmlElement): Propiedades {
  const firma = unico(propiedades, 'SignedSignatureProperties', NS.xades);
  const [cert] = hijos(unico(firma, 'SigningCertificate', NS.xades) ?? propiedades, 'Cert', NS.xades);
  const resumen = unico(cert, 'CertDigest', NS.xades);
  const politica = unico(unico(firma, 'SignaturePolicyIdentifier', NS.xades), 'SignaturePolicyId', NS.xades);
  const roles = unico(unico(firma, 'SignerRole', NS.xades), 'ClaimedRoles', NS.xades);
  const limpio = (e: XmlElement | undefined) => textoDe(e)?.trim();
  return {
    momento: limpio(unico(firma, 'SigningTime', NS.xades)),
    papeles: roles ? hijos(roles, 'ClaimedRole', NS.xades).map((r) => limpio(r) ?? '') : [],
    certificado: resumen && {
      algoritmo: unico(resumen, 'DigestMethod', NS.ds)?.attr('Algorithm')?.value,
      resumen: limpio(unico(resumen, 'DigestValue', NS.ds)),
    },
    politica: politica && {
      direccion: limpio(unico(unico(politica, 'SigPolicyId', NS.xades), 'Identifier', NS.xades)),
      resumen: limpio(unico(unico(politica, 'SigPolicyHash', NS.xades), 'DigestValue', NS.ds)),
    },
  };
}

/** The first certificate that the properties name is the one that signed. */
function comprobarCertificado(firmante: X509Certificate, { certificado }: Propiedades): void {
  const algoritmo = RESUMENES[certificado?.algoritmo ?? ''];
  if (!certificado || !algoritmo) {
    throw new FirmaInvalida('Las propiedades firmadas no dicen con qué certificado se firmó.', 'ZE01');
  }
  if (createHash(algoritmo).update(firmante.raw).digest('base64') !== certificado.resumen) {
    throw new FirmaInvalida('El certificado que firmó no es el que dicen las propiedades firmadas.');
  }
}

/** What a valid signature has that the DIAN would object to. */
function observaciones(firmante: X509Certificate, { momento, politica }: Propiedades): FallaDeFirma[] {
  const fallas: FallaDeFirma[] = [];
  if (!politica) {
    fallas.push({ regla: 'ZE01', tipo: 'rechazo', mensaje: 'La firma no dice su política (XAdES-EPES).' });
  } else if (politica.resumen !== POLITICA_DE_FIRMA.resumen) {
    fallas.push({
      regla: 'ZE01',
      tipo: 'rechazo',
      mensaje: 'El resumen de la política de firma no es el de la política 2 de la DIAN.',
    });
  } else if (politica.direccion !== POLITICA_DE_FIRMA.direccion) {
    fallas.push({
      regla: 'ZE01',
      tipo: 'notificacion',
      mensaje: `La política de firma va con la dirección ${POLITICA_DE_FIRMA.direccion}.`,
    });
  }
  const cuando = Date.parse(momento ?? '');
  if (Number.isNaN(cuando)) {
    fallas.push({ regla: 'ZE01', tipo: 'rechazo', mensaje: 'La firma no dice cuándo se hizo.' });
  } else if (cuando < Date.parse(firmante.validFrom) || cuando > Date.parse(firmante.validTo)) {
    fallas.push({
      regla: 'ZD',
      tipo: 'rechazo',
      mensaje: `El certificado no estaba vigente al firmar: va del ${dia(firmante.validFrom)} al ${dia(firmante.validTo)}.`,
    });
  }
  return fallas;
}

function dia(fecha: string): string {
  return new Date(fecha).toISOString().slice(0, 10);
}
