import { createHash, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { XmlDocument } from 'libxml2-wasm';
import type { XmlElement } from 'libxml2-wasm';
import { formaCanonica } from './canonica.ts';
import { NS } from './elemento.ts';

/** Where the signature goes in a document that has none yet. */
export const LUGAR_DE_LA_FIRMA = '<!--firma-->';
export const POLITICA_DE_FIRMA = {
  direccion: 'https://facturaelectronica.dian.gov.co/politicadefirma/v2/politicadefirmav2.pdf',
  /** SHA-256 of the PDF, version 2 (annex 1.9, § signature). */
  resumen: 'dMoMvtcG5aIzgYo0tIsSQeVJBDnUnfSOfBpxXrmor0Y=',
} as const;

const RESUMEN = 'http://www.w3.org/2001/04/xmlenc#sha256';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const ALGORITMOS = {
  rsa: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  ec: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
} as const;

export interface ConQueSeFirma {
  /** RSA, or EC on P-256. */
  llave: KeyObject;
  /** DER, the signer's first and then those that lead to the root. */
  certificados: readonly Uint8Array[];
  /** `2026-03-09T14:04:35-05:00` */
  momento: string;
  /** `supplier`, or `third party` for who signs for another. */
  papel?: 'supplier' | 'third party';
  /** Last word on the signature's text before it is digested and signed: for tests. */
  cambiar?: (firma: string) => string;
}

/** The XAdES-EPES signature (annex 1.9), with its digests and its value empty. */
export function plantillaDeFirma(c: ConQueSeFirma): string {
  const [suyo] = c.certificados;
  if (!suyo) throw new RangeError('A signature goes with its certificate');
  const referencia = (atributos: string, transformaciones = '') =>
    `<ds:Reference ${atributos}>${transformaciones}<ds:DigestMethod Algorithm="${RESUMEN}"/><ds:DigestValue></ds:DigestValue></ds:Reference>`;
  const certificados = c.certificados
    .map((uno) => `<ds:X509Certificate>${Buffer.from(uno).toString('base64')}</ds:X509Certificate>`)
    .join('');
  const huella = createHash('sha256').update(suyo).digest('base64');
  const firma =
    `<ds:Signature Id="firma"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${C14N}"/><ds:SignatureMethod Algorithm="${algoritmoDe(c.llave)}"/>` +
    referencia(
      'URI=""',
      '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></ds:Transforms>',
    ) +
    referencia('URI="#llaves"') +
    referencia('Type="http://uri.etsi.org/01903#SignedProperties" URI="#propiedades"') +
    `</ds:SignedInfo><ds:SignatureValue></ds:SignatureValue><ds:KeyInfo Id="llaves"><ds:X509Data>${certificados}</ds:X509Data></ds:KeyInfo>` +
    `<ds:Object><xades:QualifyingProperties Target="#firma"><xades:SignedProperties Id="propiedades"><xades:SignedSignatureProperties><xades:SigningTime>${c.momento}</xades:SigningTime>` +
    `<xades:SigningCertificate><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${RESUMEN}"/><ds:DigestValue>${huella}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificate>` +
    `<xades:SignaturePolicyIdentifier><xades:SignaturePolicyId><xades:SigPolicyId><xades:Identifier>${POLITICA_DE_FIRMA.direccion}</xades:Identifier></xades:SigPolicyId><xades:SigPolicyHash><ds:DigestMethod Algorithm="${RESUMEN}"/><ds:DigestValue>${POLITICA_DE_FIRMA.resumen}</ds:DigestValue></xades:SigPolicyHash></xades:SignaturePolicyId></xades:SignaturePolicyIdentifier>` +
    `<xades:SignerRole><xades:ClaimedRoles><xades:ClaimedRole>${c.papel ?? 'supplier'}</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRole></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature>`;
  return c.cambiar?.(firma) ?? firma;
}

/**
 * Signs a document in the place of `LUGAR_DE_LA_FIRMA`: each reference is digested as it stands in the document, in the
 * canonical form that who verifies will see, and then SignedInfo is signed.
 * @param xml must declare `ds` and `xades` in its root
 */
export function firmarDocumento(xml: string, c: ConQueSeFirma): string {
  const codificacion = xml.includes('encoding="ISO-8859-1"') ? 'latin1' : 'utf8';
  let firmado = xml.replace(LUGAR_DE_LA_FIRMA, () => plantillaDeFirma(c));
  const conArbol = <T>(usar: (documento: XmlDocument) => T): T => {
    const documento = XmlDocument.fromBuffer(Buffer.from(firmado, codificacion));
    try {
      return usar(documento);
    } finally {
      documento.dispose();
    }
  };
  const resumenes = conArbol((d) => {
    const suyos = [parte(d, '//ds:Signature/ds:KeyInfo'), parte(d, '//xades:SignedProperties')];
    (d.get('//ds:Signature', ESPACIOS) as XmlElement).remove();
    return [formaCanonica(d), ...suyos].map((t) => createHash('sha256').update(t).digest('base64'));
  });
  for (const resumen of resumenes) {
    firmado = firmado.replace(
      '<ds:DigestValue></ds:DigestValue>',
      `<ds:DigestValue>${resumen}</ds:DigestValue>`,
    );
  }
  const datos = Buffer.from(conArbol((d) => parte(d, '//ds:SignedInfo')));
  const valor = sign('sha256', datos, { key: c.llave, dsaEncoding: 'ieee-p1363' });
  return firmado.replace(
    '<ds:SignatureValue></ds:SignatureValue>',
    `<ds:SignatureValue>${valor.toString('base64')}</ds:SignatureValue>`,
  );
}

const ESPACIOS = { ds: NS.ds, xades: NS.xades };

const parte = (d: XmlDocument, ruta: string): string => formaCanonica(d.get(ruta, ESPACIOS) as XmlElement);

function algoritmoDe({ asymmetricKeyType }: KeyObject): string {
  if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'ec') return ALGORITMOS[asymmetricKeyType];
  throw new RangeError('A document is signed with RSA or with EC');
}
