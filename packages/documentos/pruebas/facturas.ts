import { createHash, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { calcularCodigo, sha384 } from '@autogestion/normas/factura';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import type { XmlElement } from 'libxml2-wasm';
import { Carpeta, ejecutar } from './herramientas.ts';

/** Fictional issuer and buyer, the public test key of the DIAN's habilitation, and a PIN that opens nothing. */
export const CLAVE_TECNICA = 'fc8eac422eba16e22ffd8c6f94b3f40a6e38162c';
export const PIN = '12345';
const EMISOR = '900000101';
const ADQUIRENTE = '1000000101';
const SOFTWARE = '00000000-0000-4000-8000-000000000001';
const POLITICA = 'https://facturaelectronica.dian.gov.co/politicadefirma/v2/politicadefirmav2.pdf';

export interface Firmante {
  llavePem: string;
  certificado: X509Certificate;
  /** Files, for xmlsec1. */
  rutas: { llave: string; certificado: string };
}

/** A self-signed RSA certificate that names the issuer's NIT, made by openssl. */
export function crearFirmante(nit = EMISOR): Firmante {
  const carpeta = new Carpeta();
  const llave = `${carpeta.ruta}/llave.pem`;
  const certificado = `${carpeta.ruta}/certificado.pem`;
  const asunto = `/C=CO/O=FACTURADOR FICTICIO SAS/serialNumber=${nit}`;
  const hecho = ejecutar('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-sha256', '-days', '3650', '-subj', asunto],
    ...['-keyout', llave, '-out', certificado],
  ]);
  if (hecho.codigo !== 0) throw new Error(hecho.error);
  return {
    llavePem: readFileSync(llave, 'utf8'),
    certificado: new X509Certificate(readFileSync(certificado)),
    rutas: { llave, certificado },
  };
}

/** A moment when the certificate is already in force, in Colombia's time. */
export function momentoDe({ certificado }: Firmante): string {
  const instante = new Date(Date.parse(certificado.validFrom) + 60_000 - 5 * 3_600_000);
  return `${instante.toISOString().slice(0, 19)}-05:00`;
}

export interface Receta {
  clase?: 'factura' | 'nota' | 'pos';
  numero?: string;
  momento: string;
  nombre?: string;
  codificacion?: 'UTF-8' | 'ISO-8859-1';
  /** Last word on the text, before its code is computed and it is signed. */
  cambiar?: (xml: string) => string;
  /** Computes the code with other data than those of the document. */
  codigoCon?: Record<string, string>;
}

const FORMAS = {
  factura: { raiz: 'Invoice', tipo: '01', codigo: 'CUFE', cantidad: 'InvoicedQuantity', prefijo: 'SETP' },
  pos: { raiz: 'Invoice', tipo: '20', codigo: 'CUDE', cantidad: 'InvoicedQuantity', prefijo: 'SETP' },
  nota: { raiz: 'CreditNote', tipo: '91', codigo: 'CUDE', cantidad: 'CreditedQuantity', prefijo: 'NC' },
} as const;

/** A document without signature, with its code; the place of the signature is `<!--firma-->`. */
export function hacerDocumento(receta: Receta): string {
  const { clase = 'factura', momento, nombre = 'FACTURADOR FICTICIO SAS', codificacion = 'UTF-8' } = receta;
  const { raiz, tipo, codigo, cantidad, prefijo } = FORMAS[clase];
  const numero = receta.numero ?? `${prefijo}990000002`;
  const [fecha = '', hora = ''] = momento.split('T');
  const parte = (grupo: string, nit: string, quien: string, tipoDoc: string) =>
    `<cac:${grupo}><cac:Party><cac:PartyTaxScheme><cbc:RegistrationName>${quien}</cbc:RegistrationName>` +
    `<cbc:CompanyID schemeID="${tipoDoc === '31' ? digitoDeVerificacion(nit) : ''}" schemeName="${tipoDoc}">${nit}</cbc:CompanyID>` +
    `<cac:TaxScheme><cbc:ID>01</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party></cac:${grupo}>`;
  const iva =
    '<cac:TaxTotal><cbc:TaxAmount currencyID="COP">19000.00</cbc:TaxAmount><cac:TaxSubtotal>' +
    '<cbc:TaxableAmount currencyID="COP">100000.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="COP">19000.00</cbc:TaxAmount>' +
    '<cac:TaxCategory><cbc:Percent>19.00</cbc:Percent><cac:TaxScheme><cbc:ID>01</cbc:ID></cac:TaxScheme></cac:TaxCategory>' +
    '</cac:TaxSubtotal></cac:TaxTotal>';
  const control =
    '<sts:InvoiceControl><sts:InvoiceAuthorization>18760000001</sts:InvoiceAuthorization><sts:AuthorizationPeriod>' +
    '<cbc:StartDate>2019-01-19</cbc:StartDate><cbc:EndDate>2099-01-19</cbc:EndDate></sts:AuthorizationPeriod>' +
    '<sts:AuthorizedInvoices><sts:Prefix>SETP</sts:Prefix><sts:From>990000000</sts:From><sts:To>995000000</sts:To>' +
    '</sts:AuthorizedInvoices></sts:InvoiceControl>';
  let xml =
    `<?xml version="1.0" encoding="${codificacion}"?>\n` +
    `<${raiz} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${raiz}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" xmlns:sts="dian:gov:co:facturaelectronica:Structures-2-1" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">\n` +
    `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><sts:DianExtensions>${raiz === 'Invoice' ? control : ''}` +
    `<sts:SoftwareProvider><sts:SoftwareID>${SOFTWARE}</sts:SoftwareID></sts:SoftwareProvider>` +
    `<sts:SoftwareSecurityCode>${sha384(SOFTWARE + PIN + numero)}</sts:SoftwareSecurityCode>` +
    '<sts:AuthorizationProvider><sts:AuthorizationProviderID schemeID="4" schemeName="31">800197268</sts:AuthorizationProviderID></sts:AuthorizationProvider>' +
    '<sts:QRCode>https://catalogo-vpfe-hab.dian.gov.co/document/searchqr?documentkey=@CODIGO@</sts:QRCode>' +
    '</sts:DianExtensions></ext:ExtensionContent></ext:UBLExtension><ext:UBLExtension><ext:ExtensionContent><!--firma--></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>\n' +
    `<cbc:UBLVersionID>UBL 2.1</cbc:UBLVersionID><cbc:CustomizationID>10</cbc:CustomizationID><cbc:ProfileID>DIAN 2.1</cbc:ProfileID><cbc:ProfileExecutionID>2</cbc:ProfileExecutionID>\n` +
    `<cbc:ID>${numero}</cbc:ID><cbc:UUID schemeID="2" schemeName="${codigo}-SHA384">@CODIGO@</cbc:UUID>` +
    `<cbc:IssueDate>${fecha}</cbc:IssueDate><cbc:IssueTime>${hora}</cbc:IssueTime><cbc:${raiz}TypeCode>${tipo}</cbc:${raiz}TypeCode>\n` +
    '<cbc:DocumentCurrencyCode>COP</cbc:DocumentCurrencyCode><cbc:LineCountNumeric>1</cbc:LineCountNumeric>\n' +
    `${parte('AccountingSupplierParty', EMISOR, nombre, '31')}\n${parte('AccountingCustomerParty', ADQUIRENTE, 'COMPRADOR FICTICIO', '13')}\n${iva}\n` +
    '<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="COP">100000.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="COP">100000.00</cbc:TaxExclusiveAmount>' +
    '<cbc:TaxInclusiveAmount currencyID="COP">119000.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="COP">119000.00</cbc:PayableAmount></cac:LegalMonetaryTotal>\n' +
    `<cac:${raiz}Line><cbc:ID>1</cbc:ID><cbc:${cantidad} unitCode="94">2.00</cbc:${cantidad}><cbc:LineExtensionAmount currencyID="COP">100000.00</cbc:LineExtensionAmount>${iva}` +
    `<cac:Item><cbc:Description>Cuaderno de prueba</cbc:Description></cac:Item></cac:${raiz}Line>\n</${raiz}>\n`;
  xml = receta.cambiar?.(xml) ?? xml;
  const clave = codigo === 'CUFE' ? { ClTec: CLAVE_TECNICA } : { SoftwarePIN: PIN };
  const calculado = calcularCodigo(codigo, {
    ...{ NumFac: numero, FecFac: fecha, HorFac: hora, ValFac: '100000.00', ValImp1: '19000.00' },
    ...{ ValTot: '119000.00', NitOFE: EMISOR, NumAdq: ADQUIRENTE, TipoAmbie: '2', ...clave },
    ...receta.codigoCon,
  });
  if (!calculado.ok) throw new Error(calculado.mensaje);
  return xml.replaceAll('@CODIGO@', calculado.valor.codigo);
}

const ALGORITMOS = {
  resumen: 'http://www.w3.org/2001/04/xmlenc#sha256',
  firma: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  c14n: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
};

interface OpcionesDeFirma {
  momento: string;
  /** Last word on the signature's text before it is digested and signed. */
  cambiar?: (firma: string) => string;
}

/** The signature, with its digests and value empty. */
export function plantillaDeFirma({ certificado }: Firmante, { momento, cambiar }: OpcionesDeFirma): string {
  const referencia = (atributos: string, transformaciones = '') =>
    `<ds:Reference ${atributos}>${transformaciones}<ds:DigestMethod Algorithm="${ALGORITMOS.resumen}"/><ds:DigestValue></ds:DigestValue></ds:Reference>`;
  const huella = createHash('sha256').update(certificado.raw).digest('base64');
  const firma =
    `<ds:Signature Id="firma"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${ALGORITMOS.c14n}"/><ds:SignatureMethod Algorithm="${ALGORITMOS.firma}"/>` +
    referencia(
      'URI=""',
      '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></ds:Transforms>',
    ) +
    referencia('URI="#llaves"') +
    referencia('Type="http://uri.etsi.org/01903#SignedProperties" URI="#propiedades"') +
    `</ds:SignedInfo><ds:SignatureValue></ds:SignatureValue><ds:KeyInfo Id="llaves"><ds:X509Data><ds:X509Certificate>${certificado.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    `<ds:Object><xades:QualifyingProperties Target="#firma"><xades:SignedProperties Id="propiedades"><xades:SignedSignatureProperties><xades:SigningTime>${momento}</xades:SigningTime>` +
    `<xades:SigningCertificate><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${ALGORITMOS.resumen}"/><ds:DigestValue>${huella}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificate>` +
    `<xades:SignaturePolicyIdentifier><xades:SignaturePolicyId><xades:SigPolicyId><xades:Identifier>${POLITICA}</xades:Identifier></xades:SigPolicyId><xades:SigPolicyHash><ds:DigestMethod Algorithm="${ALGORITMOS.resumen}"/><ds:DigestValue>dMoMvtcG5aIzgYo0tIsSQeVJBDnUnfSOfBpxXrmor0Y=</ds:DigestValue></xades:SigPolicyHash></xades:SignaturePolicyId></xades:SignaturePolicyIdentifier>` +
    '<xades:SignerRole><xades:ClaimedRoles><xades:ClaimedRole>supplier</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRole></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature>';
  return cambiar?.(firma) ?? firma;
}

/** Signs: each reference of the signature is digested as it stands in the document, then SignedInfo is. */
export function firmarDocumento(xml: string, firmante: Firmante, opciones: OpcionesDeFirma): string {
  const codificacion = xml.includes('encoding="ISO-8859-1"') ? 'latin1' : 'utf8';
  let firmado = xml.replace('<!--firma-->', plantillaDeFirma(firmante, opciones));
  const conArbol = <T>(usar: (documento: XmlDocument) => T): T => {
    const documento = XmlDocument.fromBuffer(Buffer.from(firmado, codificacion));
    try {
      return usar(documento);
    } finally {
      documento.dispose();
    }
  };
  const modo = { mode: XmlC14NMode.XML_C14N_1_0 };
  const espacios = { ds: 'http://www.w3.org/2000/09/xmldsig#', xades: 'http://uri.etsi.org/01903/v1.3.2#' };
  const parte = (d: XmlDocument, ruta: string) =>
    (d.get(ruta, espacios) as XmlElement).canonicalizeToString(modo);
  const resumenes = conArbol((d) => {
    const suyos = [parte(d, '//ds:Signature/ds:KeyInfo'), parte(d, '//xades:SignedProperties')];
    (d.get('//ds:Signature', espacios) as XmlElement).remove();
    return [d.canonicalizeToString(modo), ...suyos].map((t) =>
      createHash('sha256').update(t).digest('base64'),
    );
  });
  for (const resumen of resumenes) {
    firmado = firmado.replace(
      '<ds:DigestValue></ds:DigestValue>',
      `<ds:DigestValue>${resumen}</ds:DigestValue>`,
    );
  }
  const valor = conArbol((d) => sign('sha256', Buffer.from(parte(d, '//ds:SignedInfo')), firmante.llavePem));
  return firmado.replace(
    '<ds:SignatureValue></ds:SignatureValue>',
    `<ds:SignatureValue>${valor.toString('base64')}</ds:SignatureValue>`,
  );
}

/** The container that the buyer receives. */
export function envolver(xml: string, numero: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?><AttachedDocument xmlns="urn:oasis:names:specification:ubl:schema:xsd:AttachedDocument-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">' +
    `<cbc:ParentDocumentID>${numero}</cbc:ParentDocumentID><cac:Attachment><cac:ExternalReference><cbc:Description><![CDATA[${xml}]]></cbc:Description></cac:ExternalReference></cac:Attachment></AttachedDocument>`
  );
}

/** What xmlsec1 says of a file: `true` when it takes its signature. */
export function aceptaXmlsec(ruta: string, { rutas }: Firmante): boolean {
  const { codigo } = ejecutar('xmlsec1', [
    ...['--verify', '--trusted-pem', rutas.certificado, '--enabled-key-data', 'x509'],
    ...['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:KeyInfo'],
    ...['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties', ruta],
  ]);
  return codigo === 0;
}
