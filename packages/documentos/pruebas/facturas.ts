import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { definidos } from '@autogestion/normas/definidos';
import { emitirDocumento } from '../src/factura-electronica/emitir.ts';
import * as firmas from '../src/factura-electronica/firmar.ts';
import { Carpeta, ejecutar } from './herramientas.ts';

/** Fictional issuer and buyer, the public test key of the DIAN's habilitation, and a PIN that opens nothing. */
export const CLAVE_TECNICA = 'fc8eac422eba16e22ffd8c6f94b3f40a6e38162c';
export const PIN = '12345';
const EMISOR = '900000101';
const ADQUIRENTE = '1000000101';
const SOFTWARE = '00000000-0000-4000-8000-000000000001';

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

const CLASES = { factura: 'factura', pos: 'pos', nota: 'nota-credito' } as const;
const PREFIJOS = { factura: 'SETP', pos: 'SETP', nota: 'NC' } as const;

/** A document without signature, with its code; the place of the signature is `<!--firma-->`. */
export function hacerDocumento(receta: Receta): string {
  const { clase = 'factura', momento, nombre = 'FACTURADOR FICTICIO SAS' } = receta;
  return emitirDocumento({
    clase: CLASES[clase],
    numero: receta.numero ?? `${PREFIJOS[clase]}990000002`,
    ambiente: '2',
    momento,
    emisor: { numero: EMISOR, tipo: '31', nombre },
    adquirente: { numero: ADQUIRENTE, tipo: '13', nombre: 'COMPRADOR FICTICIO' },
    lineas: [{ descripcion: 'Cuaderno de prueba', cantidad: 2, valor: 10_000_000n, iva: 19 }],
    ...(clase !== 'nota' && {
      numeracion: {
        ...{ autorizacion: '18760000001', desde: '2019-01-19', hasta: '2099-01-19' },
        ...{ prefijo: 'SETP', primero: '990000000', ultimo: '995000000' },
      },
    }),
    claves: { claveTecnica: CLAVE_TECNICA, pin: PIN },
    softwareId: SOFTWARE,
    ...definidos({
      codificacion: receta.codificacion,
      cambiar: receta.cambiar,
      codigoCon: receta.codigoCon,
    }),
  }).xml;
}

interface OpcionesDeFirma {
  momento: string;
  /** Last word on the signature's text before it is digested and signed. */
  cambiar?: (firma: string) => string;
}

const conQue = (f: Firmante, o: OpcionesDeFirma) => ({
  ...o,
  llave: createPrivateKey(f.llavePem),
  certificados: [f.certificado.raw],
});

/** The signature, with its digests and value empty. */
export const plantillaDeFirma = (f: Firmante, o: OpcionesDeFirma): string =>
  firmas.plantillaDeFirma(conQue(f, o));

export const firmarDocumento = (xml: string, f: Firmante, o: OpcionesDeFirma): string =>
  firmas.firmarDocumento(xml, conQue(f, o));

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
