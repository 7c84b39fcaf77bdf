import { hashRaw } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { ALGORITMO_CLAVE, generarClaves } from '../autoridad/claves.ts';
import { cifrar, descifrar, ErrorDeCifrado } from '../cifrado/cifrado.ts';

/**
 * A person's private key under their signature password; plain, to be kept as JSON. What it costs to try a password
 * travels with it, so that it can be raised without touching what was made before.
 */
export interface SobreDeClave {
  version: 1;
  kdf: {
    nombre: 'argon2id';
    /** KiB. */ memoria: number;
    vueltas: number;
    hilos: number;
    /** Base64. */ sal: string;
  };
  /** Envelope of `cifrar` over the PKCS #8, in base64. */
  cifrado: string;
}

interface AperturaDeClave {
  contrasena: string;
  /**
   * 32 bytes that the office keeps apart from the database. It goes into argon2id beside the password: neither a
   * stolen database nor the office by itself can try passwords or open the key.
   */
  pimienta: Uint8Array;
  /** Whose key it is: an envelope moved to another person does not open. */
  contexto: string;
}

/** OWASP's parameters for argon2id: some 25 ms. */
const COSTO = { memoria: 19_456, vueltas: 2, hilos: 1 } as const;

/**
 * A new key pair of a person: the envelope to keep, and the private key ready to sign what is signed at once and not
 * extractable. Outside its envelope the private half exists only in the memory of this process.
 */
export async function crearClavePersona(
  apertura: AperturaDeClave,
): Promise<{ publica: CryptoKey; clave: CryptoKey; sobre: SobreDeClave }> {
  const { publicKey, privateKey } = await generarClaves();
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  try {
    const clave = await importar(pkcs8);
    return { publica: publicKey, clave, sobre: await cerrar(pkcs8, apertura) };
  } finally {
    pkcs8.fill(0);
  }
}

/**
 * The key, ready to sign and not extractable; undefined when the password is not the one that closed it.
 * @throws ErrorDeCifrado when the envelope is not one
 */
export async function abrirClavePersona(
  sobre: SobreDeClave,
  apertura: AperturaDeClave,
): Promise<CryptoKey | undefined> {
  const pkcs8 = await abrir(sobre, apertura);
  if (!pkcs8) return undefined;
  try {
    return await importar(pkcs8);
  } finally {
    pkcs8.fill(0);
  }
}

const importar = (pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', pkcs8, ALGORITMO_CLAVE, false, ['sign']);

/** The same key under another password; undefined when the present one is wrong. */
export async function cambiarContrasena(
  sobre: SobreDeClave,
  actual: AperturaDeClave,
  nueva: string,
): Promise<SobreDeClave | undefined> {
  const pkcs8 = await abrir(sobre, actual);
  if (!pkcs8) return undefined;
  try {
    return await cerrar(pkcs8, { ...actual, contrasena: nueva });
  } finally {
    pkcs8.fill(0);
  }
}

async function cerrar(pkcs8: Uint8Array, apertura: AperturaDeClave): Promise<SobreDeClave> {
  const kdf = { nombre: 'argon2id', ...COSTO, sal: randomBytes(16).toString('base64') } as const;
  const clave = await derivar(kdf, apertura);
  try {
    return {
      version: 1,
      kdf,
      cifrado: Buffer.from(cifrar(pkcs8, clave, apertura.contexto)).toString('base64'),
    };
  } finally {
    clave.fill(0);
  }
}

async function abrir(
  { kdf, cifrado }: SobreDeClave,
  apertura: AperturaDeClave,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const clave = await derivar(kdf, apertura);
  try {
    return descifrar(Buffer.from(cifrado, 'base64'), clave, apertura.contexto);
  } catch (error) {
    if (error instanceof ErrorDeCifrado && error.codigo === 'SOBRE_ALTERADO') return undefined;
    throw error;
  } finally {
    clave.fill(0);
  }
}

/** argon2id is what the library does unless told. Passwords are normalised (RFC 8265): the same letters typed on two keyboards are the same password. */
function derivar(kdf: SobreDeClave['kdf'], { contrasena, pimienta }: AperturaDeClave): Promise<Buffer> {
  return hashRaw(contrasena.normalize('NFC'), {
    memoryCost: kdf.memoria,
    timeCost: kdf.vueltas,
    parallelism: kdf.hilos,
    salt: Buffer.from(kdf.sal, 'base64'),
    secret: pimienta,
    outputLen: 32,
  });
}
