import {
  certificadoAPem,
  emitirCertificado,
  leerCertificado,
  PROPOSITO,
  serieDe,
  USO,
} from '../autoridad/certificado.ts';
import { importarClave } from '../autoridad/claves.ts';
import type { MaterialAutoridad, ParDeClaves } from '../autoridad/material.ts';
import { POLITICA } from '../autoridad/papeles.ts';

export const POLITICA_DE_PERSONAS = POLITICA.persona;

interface PedidoCertificadoPersona {
  persona: {
    nit: string;
    /** Both surnames, as the RUT writes them. */
    apellidos: string;
    nombres: string;
  };
  /** Public half of the person's key. */
  publica: CryptoKey;
  desde: Date;
  /** Inclusive, to the second. */
  hasta: Date;
  /** Where the revocation list is published. */
  urlLista: string;
  /** Where the policy may be read. */
  urlPolitica: string;
  demostracion: boolean;
}

interface CertificadoDePersona {
  pem: string;
  /** Serial number, in hexadecimal. */
  serie: string;
}

const AVISO = 'Firma actos de su titular ante esta oficina (Ley 527 de 1999, art. 7). No es firma digital.';
const AVISO_DEMOSTRACION = 'DEMOSTRACIÓN, sin validez.';

/**
 * Issues the certificate of a person under the intermediate of persons. Its subject says the name and the NIT and
 * nothing else of the RUT: neither document, e-mail nor address. Its only use is signing documents: it opens no
 * session and encrypts nothing.
 *
 * @throws RangeError when it would outlive its issuer
 */
export async function emitirCertificadoPersona(
  { personas }: MaterialAutoridad,
  pedido: PedidoCertificadoPersona,
): Promise<CertificadoDePersona> {
  const { persona, hasta } = pedido;
  const emisor = await emisorDe(personas);
  if (hasta > emisor.certificado.notAfter.value)
    throw new RangeError('El certificado viviría más que la autoridad que lo emite.');
  const certificado = await emitirCertificado({
    titular: {
      nombre: `${persona.nombres} ${persona.apellidos}`,
      apellidos: persona.apellidos,
      nombres: persona.nombres,
      identificador: `TINCO-${persona.nit}`,
    },
    publica: pedido.publica,
    emisor,
    desde: pedido.desde,
    hasta,
    usos: [USO.noRepudio],
    propositos: { oids: [PROPOSITO.documentos, PROPOSITO.correo], critico: false },
    urlLista: pedido.urlLista,
    politicas: [
      {
        oid: POLITICA_DE_PERSONAS,
        texto: { url: pedido.urlPolitica, aviso: pedido.demostracion ? AVISO_DEMOSTRACION : AVISO },
      },
    ],
  });
  return { pem: certificadoAPem(certificado), serie: serieDe(certificado) };
}

interface Emisor {
  certificado: ReturnType<typeof leerCertificado>;
  clave: CryptoKey;
}

/** Reading the issuer takes longer than issuing; the material lives as long as the process. */
const emisores = new WeakMap<ParDeClaves, Promise<Emisor>>();

export async function emisorDe(personas: ParDeClaves): Promise<Emisor> {
  const conocido = emisores.get(personas);
  if (conocido) return conocido;
  const leido = importarClave(personas.clave).then((clave) => ({
    certificado: leerCertificado(personas.certificado),
    clave,
  }));
  emisores.set(personas, leido);
  return leido;
}
