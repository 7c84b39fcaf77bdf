type Rotulo = 'CERTIFICATE' | 'PRIVATE KEY' | 'X509 CRL' | 'CMS';

/** DER bytes as PEM (RFC 7468), 64 characters a line. */
export function aPem(der: ArrayBuffer | Uint8Array, rotulo: Rotulo): string {
  const bytes = der instanceof Uint8Array ? der : new Uint8Array(der);
  const lineas =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${rotulo}-----\n${lineas.join('\n')}\n-----END ${rotulo}-----\n`;
}

/**
 * The first block with that label, as DER.
 * @throws RangeError when the text has no such block
 */
export function dePem(pem: string, rotulo: Rotulo): Uint8Array<ArrayBuffer> {
  const [primero] = bloquesPem(pem, rotulo);
  if (!primero) throw new RangeError(`El texto no contiene un bloque PEM «${rotulo}».`);
  return primero;
}

/** Every block with that label, in order: a bundle of certificates is one text. */
export function bloquesPem(pem: string, rotulo: Rotulo): Uint8Array<ArrayBuffer>[] {
  const bloques = pem.matchAll(new RegExp(`-----BEGIN ${rotulo}-----([^-]+)-----END ${rotulo}-----`, 'g'));
  return [...bloques].map(([, cuerpo]) => new Uint8Array(Buffer.from(cuerpo ?? '', 'base64')));
}
