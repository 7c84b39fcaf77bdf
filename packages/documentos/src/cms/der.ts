/**
 * Just enough DER (X.690) to write CMS. Building the same bytes through an object model takes 10 ms a signature;
 * this takes a twentieth of one.
 */
export type Der = Uint8Array<ArrayBuffer>;

function tlv(etiqueta: number, ...partes: Uint8Array[]): Der {
  const contenido = Buffer.concat(partes);
  return new Uint8Array(Buffer.concat([Uint8Array.of(etiqueta), largo(contenido.length), contenido]));
}

function largo(n: number): Uint8Array {
  if (n < 0x80) return Uint8Array.of(n);
  const octetos = enBase256(n);
  return Uint8Array.of(0x80 | octetos.length, ...octetos);
}

export const secuencia = (...partes: Uint8Array[]): Der => tlv(0x30, ...partes);
/** A SET OF: DER orders its members by their encoding (§ 11.6). */
export const conjunto = (...partes: Uint8Array[]): Der =>
  tlv(0x31, ...partes.sort((a, b) => Buffer.compare(a, b)));
export const octetos = (bytes: Uint8Array): Der => tlv(0x04, bytes);
export const booleano = (valor: boolean): Der => tlv(0x01, Uint8Array.of(valor ? 0xff : 0));
/** Context tag `[n]` over whole values. */
export const contexto = (n: number, ...partes: Uint8Array[]): Der => tlv(0xa0 | n, ...partes);

/** The same value under another tag: `[n] IMPLICIT`. */
export function reetiquetar(der: Uint8Array, etiqueta: number): Der {
  const copia = new Uint8Array(der);
  copia[0] = etiqueta;
  return copia;
}

/** A non-negative INTEGER from its big-endian octets. */
export function enteroDe(bytes: Uint8Array): Der {
  const primero = bytes.findIndex((octeto) => octeto !== 0);
  const minimo = primero < 0 ? Uint8Array.of(0) : bytes.subarray(primero);
  return (minimo[0] ?? 0) < 0x80 ? tlv(0x02, minimo) : tlv(0x02, Uint8Array.of(0), minimo);
}

export const entero = (n: number): Der => enteroDe(Uint8Array.from(enBase256(n)));

/** OBJECT IDENTIFIER; arcs may be larger than 64 bits, as those of a UUID are. */
export function oid(puntos: string): Der {
  const [uno = 0n, dos = 0n, ...resto] = puntos.split('.').map(BigInt);
  return tlv(0x06, Uint8Array.from([uno * 40n + dos, ...resto].flatMap(enBase128)));
}

/** GeneralizedTime to the second, in UTC. */
export function tiempoGeneral(fecha: Date): Der {
  const texto = `${fecha.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`;
  return tlv(0x18, Buffer.from(texto, 'latin1'));
}

/** RFC 5280 § 4.1.2.5: UTCTime up to 2049, GeneralizedTime from 2050. */
export function tiempo(fecha: Date): Der {
  if (fecha.getUTCFullYear() >= 2050) return tiempoGeneral(fecha);
  const texto = `${fecha.toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`;
  return tlv(0x17, Buffer.from(texto, 'latin1'));
}

/** BIT STRING of whole octets. */
export const bits = (bytes: Uint8Array): Der => tlv(0x03, Uint8Array.of(0), bytes);
/** ENUMERATED of one octet. */
export const enumerado = (n: number): Der => tlv(0x0a, Uint8Array.of(n));

/** WebCrypto writes an ECDSA signature as r and s side by side; CMS, as a SEQUENCE of both. */
export function firmaEcdsa(lado: Uint8Array): Der {
  const mitad = lado.length / 2;
  return secuencia(enteroDe(lado.subarray(0, mitad)), enteroDe(lado.subarray(mitad)));
}

function enBase256(n: number): number[] {
  const octetos = [n % 256];
  for (let resto = Math.floor(n / 256); resto > 0; resto = Math.floor(resto / 256))
    octetos.unshift(resto % 256);
  return octetos;
}

function enBase128(n: bigint): number[] {
  const octetos = [Number(n & 0x7fn)];
  for (let resto = n >> 7n; resto > 0n; resto >>= 7n) octetos.unshift(Number(resto & 0x7fn) | 0x80);
  return octetos;
}

/**
 * Whole length of a DER SEQUENCE of two or three length octets, as any signature and list is; undefined when
 * it is not one, or says to be longer than what there is.
 */
export function largoDer(der: Uint8Array): number | undefined {
  const [etiqueta, forma = 0] = der;
  const octetos = forma & 0x7f;
  if (etiqueta !== 0x30 || forma < 0x81 || octetos > 3) return undefined;
  const largo = der.subarray(2, 2 + octetos).reduce((suma, octeto) => suma * 256 + octeto, 0);
  const total = 2 + octetos + largo;
  return total <= der.length ? total : undefined;
}
