import { generateKeyPair, type KeyObject, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { certificadoAPem, emitirCertificado, PROPOSITO, USO } from '../autoridad/certificado.ts';
import { generarClaves } from '../autoridad/claves.ts';

/** An issuer of certificates for who invoices, of the demonstration and of tests: nobody else trusts it. */
export interface Certificadora {
  /** PEM of its root. */
  raiz: string;
  /** A certificate with an RSA key of its own, as the DIAN's policy asks of who signs invoices. */
  certificar(quien: { nombre: string; organizacion: string }): Promise<{
    llave: KeyObject;
    certificado: X509Certificate;
  }>;
}

const ANOS = 5;
const generarRsa = promisify(generateKeyPair);

/** @param desde from when everything that it issues is in force */
export async function crearCertificadora(nombre: string, desde: Date): Promise<Certificadora> {
  const { publicKey, privateKey } = await generarClaves();
  const hasta = new Date(desde);
  hasta.setUTCFullYear(hasta.getUTCFullYear() + ANOS);
  const propia = await emitirCertificado({
    titular: { nombre, organizacion: nombre },
    publica: publicKey,
    clave: privateKey,
    ...{ desde, hasta, autoridad: { niveles: 0 }, usos: [USO.firmaDeCertificados, USO.firmaDeListas] },
  });
  return {
    raiz: certificadoAPem(propia),
    async certificar(titular) {
      const par = await generarRsa('rsa', { modulusLength: 2048 });
      const publica = await crypto.subtle.importKey(
        'spki',
        new Uint8Array(par.publicKey.export({ type: 'spki', format: 'der' })),
        { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
        true,
        ['verify'],
      );
      const certificado = await emitirCertificado({
        titular,
        publica,
        emisor: { certificado: propia, clave: privateKey },
        ...{ desde, hasta, usos: [USO.firma, USO.noRepudio] },
        propositos: { oids: [PROPOSITO.documentos, PROPOSITO.correo], critico: false },
      });
      return { llave: par.privateKey, certificado: new X509Certificate(certificadoAPem(certificado)) };
    },
  };
}
