import { aPem, dePem } from './pem.ts';

/**
 * Every key of the office is ECDSA on P-256: pdfsig (NSS) trusts it, a seal takes under a millisecond against
 * some 4 of RSA 3072, and certificates are a third of the size.
 */
export const ALGORITMO_CLAVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const ALGORITMO_FIRMA = { name: 'ECDSA', hash: 'SHA-256' } as const;

export async function generarClaves(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITMO_CLAVE, true, ['sign', 'verify']);
}

export async function exportarClave(clave: CryptoKey): Promise<string> {
  return aPem(await crypto.subtle.exportKey('pkcs8', clave), 'PRIVATE KEY');
}

/**
 * A PKCS #8 key in PEM, ready to sign. Not extractable unless asked for.
 * @throws when the text is not a P-256 key
 */
export async function importarClave(pem: string, extraible = false): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', dePem(pem, 'PRIVATE KEY'), ALGORITMO_CLAVE, extraible, ['sign']);
}

/** Public half of a private key, to compare it with a certificate. */
export async function publicaDe(pem: string): Promise<{ x: string; y: string }> {
  const { x, y } = await crypto.subtle.exportKey('jwk', await importarClave(pem, true));
  if (!x || !y) throw new RangeError('La clave no es de curva elíptica.');
  return { x, y };
}
