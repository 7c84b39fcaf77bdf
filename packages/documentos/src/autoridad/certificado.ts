import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ALGORITMO_FIRMA } from './claves.ts';
import { aPem, dePem } from './pem.ts';

/** Bits of keyUsage (RFC 5280 § 4.2.1.3), by position. */
export const USO = { firma: 0, noRepudio: 1, firmaDeCertificados: 5, firmaDeListas: 6 } as const;

/** Purposes of extendedKeyUsage. */
export const PROPOSITO = {
  /** RFC 9336: signing of documents. */
  documentos: '1.3.6.1.5.5.7.3.36',
  /** NSS, and with it pdfsig, trusts a signer of documents only when it may also sign mail. */
  correo: '1.3.6.1.5.5.7.3.4',
  estampado: '1.3.6.1.5.5.7.3.8',
} as const;

export const EXTENSION = {
  identificadorDelTitular: '2.5.29.14',
  usoDeClave: '2.5.29.15',
  restriccionesBasicas: '2.5.29.19',
  puntosDeLista: '2.5.29.31',
  politicas: '2.5.29.32',
  identificadorDelEmisor: '2.5.29.35',
  propositos: '2.5.29.37',
} as const;

interface Emisor {
  certificado: pkijs.Certificate;
  clave: CryptoKey;
}

/** A component of the office, or a person. */
type Titular =
  | { nombre: string; organizacion: string }
  /** `identificador` is the serialNumber of ETSI EN 319 412-1 § 5.1.3: `TINCO-` and the NIT. */
  | { nombre: string; apellidos: string; nombres: string; identificador: string };

/** Under which rules a certificate was issued (RFC 5280 § 4.2.1.4). */
interface Politica {
  oid: string;
  /** For who relies on the certificate. */
  texto?: {
    /** Where it is. */
    url: string;
    /** What they must know; 200 characters at most. */
    aviso: string;
  };
}

export interface Solicitud {
  titular: Titular;
  publica: CryptoKey;
  /** Absent: the certificate is self-signed with `clave`. */
  emisor?: Emisor;
  /** Needed only without `emisor`. */
  clave?: CryptoKey;
  desde: Date;
  hasta: Date;
  /** Present in certificates of authorities: how many authorities may follow below. */
  autoridad?: { niveles: number };
  usos: number[];
  propositos?: { oids: string[]; critico: boolean };
  /** Address of the revocation list. */
  urlLista?: string;
  /** Of an authority, those for which it answers. */
  politicas?: readonly Politica[];
}

/** Issues an X.509 v3 certificate (RFC 5280) with a random serial number of 127 bits. */
export async function emitirCertificado(solicitud: Solicitud): Promise<pkijs.Certificate> {
  const { emisor } = solicitud;
  const clave = emisor?.clave ?? solicitud.clave;
  if (!clave) throw new RangeError('Falta la clave con que se firma el certificado.');

  const certificado = new pkijs.Certificate({ version: 2, serialNumber: serieAleatoria() });
  certificado.subject = nombreDistinguido(solicitud.titular);
  certificado.issuer = emisor?.certificado.subject ?? certificado.subject;
  certificado.notBefore = tiempo(solicitud.desde);
  certificado.notAfter = tiempo(solicitud.hasta);
  await certificado.subjectPublicKeyInfo.importKey(solicitud.publica);
  certificado.extensions = await extensiones(certificado, solicitud);
  await certificado.sign(clave, ALGORITMO_FIRMA.hash);
  return certificado;
}

async function extensiones(propio: pkijs.Certificate, solicitud: Solicitud): Promise<pkijs.Extension[]> {
  const { autoridad, usos, propositos, emisor, urlLista, politicas } = solicitud;
  const identificador = await identificadorDeClave(propio);
  const lista = [
    extension(
      EXTENSION.restriccionesBasicas,
      true,
      new pkijs.BasicConstraints(
        autoridad ? { cA: true, pathLenConstraint: autoridad.niveles } : { cA: false },
      ).toSchema(),
    ),
    extension(EXTENSION.usoDeClave, true, bits(usos)),
    extension(EXTENSION.identificadorDelTitular, false, new asn1js.OctetString({ valueHex: identificador })),
    extension(
      EXTENSION.identificadorDelEmisor,
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({
          valueHex: emisor ? await identificadorDeClave(emisor.certificado) : identificador,
        }),
      }).toSchema(),
    ),
  ];
  if (propositos) {
    const uso = new pkijs.ExtKeyUsage({ keyPurposes: propositos.oids });
    lista.push(extension(EXTENSION.propositos, propositos.critico, uso.toSchema()));
  }
  if (urlLista) {
    const punto = new pkijs.DistributionPoint({
      distributionPoint: [new pkijs.GeneralName({ type: 6, value: urlLista })],
    });
    const puntos = new pkijs.CRLDistributionPoints({ distributionPoints: [punto] });
    lista.push(extension(EXTENSION.puntosDeLista, false, puntos.toSchema()));
  }
  if (politicas)
    lista.push(
      extension(EXTENSION.politicas, false, new asn1js.Sequence({ value: politicas.map(politicaAsn1) })),
    );
  return lista;
}

/** A policy, with both qualifiers where it has a text: where it is (CPS) and the notice itself. */
function politicaAsn1({ oid, texto }: Politica): asn1js.BaseBlock {
  const calificador = (id: string, valor: asn1js.BaseBlock) =>
    new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: id }), valor] });
  const calificadores = texto && [
    calificador('1.3.6.1.5.5.7.2.1', new asn1js.IA5String({ value: texto.url })),
    calificador(
      '1.3.6.1.5.5.7.2.2',
      new asn1js.Sequence({ value: [new asn1js.Utf8String({ value: texto.aviso })] }),
    ),
  ];
  return new asn1js.Sequence({
    value: [
      new asn1js.ObjectIdentifier({ value: oid }),
      ...(calificadores ? [new asn1js.Sequence({ value: calificadores })] : []),
    ],
  });
}

function extension(extnID: string, critical: boolean, valor: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: valor.toBER(false) });
}

/** Named bits in DER: trailing zero bits are dropped (X.690 § 11.2.2). */
function bits(posiciones: number[]): asn1js.BitString {
  const octeto = posiciones.reduce((suma, posicion) => suma | (0x80 >> posicion), 0);
  const unusedBits = 7 - Math.max(...posiciones);
  return new asn1js.BitString({ unusedBits, valueHex: Uint8Array.of(octeto).buffer });
}

/** RFC 7093 § 2, method 1: the first 160 bits of SHA-256 of the public key. */
async function identificadorDeClave(certificado: pkijs.Certificate): Promise<ArrayBuffer> {
  const publica = certificado.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return (await crypto.subtle.digest('SHA-256', new Uint8Array(publica))).slice(0, 20);
}

function serieAleatoria(): asn1js.Integer {
  const serie = crypto.getRandomValues(new Uint8Array(16));
  // A positive integer of constant length: top bit clear, the next one set.
  serie[0] = ((serie[0] ?? 0) & 0x3f) | 0x40;
  return new asn1js.Integer({ valueHex: serie.buffer });
}

/** Built by hand: pkijs puts every attribute into a single, multi-valued component of the name. */
function nombreDistinguido(titular: Titular): pkijs.RelativeDistinguishedNames {
  const componente = (oid: string, valor: asn1js.BaseBlock) =>
    new asn1js.Set({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: oid }), valor] })],
    });
  const texto = (oid: string, value: string) => componente(oid, new asn1js.Utf8String({ value }));
  const pais = componente('2.5.4.6', new asn1js.PrintableString({ value: 'CO' }));
  const comun = texto('2.5.4.3', titular.nombre);
  const nombre = new asn1js.Sequence({
    value:
      'organizacion' in titular
        ? [pais, texto('2.5.4.10', titular.organizacion), comun]
        : [
            pais,
            texto('2.5.4.4', titular.apellidos),
            texto('2.5.4.42', titular.nombres),
            componente('2.5.4.5', new asn1js.PrintableString({ value: titular.identificador })),
            comun,
          ],
  });
  return pkijs.RelativeDistinguishedNames.fromBER(nombre.toBER(false));
}

/** RFC 5280 § 4.1.2.5: UTCTime up to 2049, GeneralizedTime from 2050. */
function tiempo(fecha: Date): pkijs.Time {
  const value = new Date(Math.floor(fecha.getTime() / 1000) * 1000);
  return new pkijs.Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

export function certificadoAPem(certificado: pkijs.Certificate): string {
  return aPem(certificado.toSchema(true).toBER(false), 'CERTIFICATE');
}

/** @throws when the text is not a certificate in PEM */
export function leerCertificado(pem: string): pkijs.Certificate {
  return pkijs.Certificate.fromBER(dePem(pem, 'CERTIFICATE'));
}

/** DER of a certificate as it was read or issued. */
export function derDe(certificado: pkijs.Certificate): Uint8Array<ArrayBuffer> {
  return new Uint8Array(certificado.toSchema().toBER(false));
}

/** Common name (CN) of the holder, or of the issuer. */
export const nombreComun = (nombre: pkijs.RelativeDistinguishedNames): string => parteDe(nombre, '2.5.4.3');

/** The NIT of a certificate issued to a person; empty in any other. */
export const nitDe = (nombre: pkijs.RelativeDistinguishedNames): string =>
  /^TINCO-(\d+)$/.exec(parteDe(nombre, '2.5.4.5'))?.[1] ?? '';

function parteDe(nombre: pkijs.RelativeDistinguishedNames, oid: string): string {
  const parte = nombre.typesAndValues.find(({ type }) => type === oid);
  const valor: unknown = parte?.value.valueBlock.value;
  return typeof valor === 'string' ? valor : '';
}

/** Serial number of a certificate, in hexadecimal. */
export const serieDe = (certificado: pkijs.Certificate): string =>
  Buffer.from(certificado.serialNumber.valueBlock.valueHexView).toString('hex');
