import { llamar, sha256, type Claves, type Transaccion } from '../plataforma/index.ts';

/**
 * House rules, no legal source. Each key counts the attempts that did not end well; past the free ones each costs
 * twice the wait of the one before, up to a ceiling, and a day without attempts forgets them.
 */
const FRENOS = {
  /** One account from one place: what the owner meets. */
  cuentaYLugar: { gratis: 4 },
  /** One address against any account. Behind one address of a mobile operator there are thousands of people. */
  direccion: { gratis: 60 },
  /** One account from anywhere unknown: an attacker with many addresses. */
  cuenta: { gratis: 50 },
  /** Names that one person sees of numbers they typed: whoever helps an office has a dozen, who lists numbers has more. */
  nombres: { gratis: 20 },
} as const;
const BASE_SEGUNDOS = 5;
const TOPE_SEGUNDOS = 900;

/** Where an attempt comes from: a device where this account already signed in, or else the address. */
interface Lugar {
  ip: string;
  /** Identifier of the known device of this account, if the browser brought one. */
  dispositivo?: string | undefined;
}

/** The keys of an attempt. Hashes: neither documents nor addresses are stored. */
export function clavesDeIntento(claves: Claves, cuenta: string, lugar: Lugar): ClaveDeIntento[] {
  const clave = (tipo: keyof typeof FRENOS, texto: string): ClaveDeIntento => ({
    hash: claves.hmac('cuentas.freno', `${tipo}:${texto}`),
    gratis: FRENOS[tipo].gratis,
  });
  // A known device answers for itself: nobody else's attempts make its owner wait.
  if (lugar.dispositivo) return [clave('cuentaYLugar', `${cuenta}:dispositivo:${lugar.dispositivo}`)];
  const red = redDe(lugar.ip);
  return [clave('cuentaYLugar', `${cuenta}:${red}`), clave('direccion', red), clave('cuenta', cuenta)];
}

/** Of whoever asks who holds a number. Every one counts, found or not: none is given back. */
export const clavesDeNombres = (claves: Claves, persona: string): ClaveDeIntento[] => [
  { hash: claves.hmac('cuentas.freno', `nombres:${persona}`), gratis: FRENOS.nombres.gratis },
];

export interface ClaveDeIntento {
  hash: Buffer;
  gratis: number;
}

/** A home's IPv6 addresses are a whole /64. */
const redDe = (ip: string): string =>
  ip.includes(':') && !ip.startsWith('::ffff:') ? ip.split(':').slice(0, 4).join(':') : ip;

/**
 * Takes a turn before anything is verified, so that parallel attempts count one by one.
 * @returns seconds to wait; 0 when the attempt may go on.
 */
export async function reservarIntento(trx: Transaccion, claves: readonly ClaveDeIntento[]): Promise<number> {
  return (
    (await llamar(trx, 'cuentas.reservar_intento', {
      claves: claves.map((c) => c.hash),
      gratis: claves.map((c) => c.gratis),
      ahora: trx.ahora,
      base: BASE_SEGUNDOS,
      tope: TOPE_SEGUNDOS,
    })) ?? TOPE_SEGUNDOS
  );
}

/** The attempt ended well: its account and place start over, and the others give the turn back. */
export async function soltarIntento(trx: Transaccion, claves: readonly ClaveDeIntento[]): Promise<void> {
  await llamar(trx, 'cuentas.soltar_intento', { claves: claves.map((c) => c.hash) });
}

export const mensajeDeEspera = (segundos: number): string =>
  `Hubo varios intentos seguidos. Espere ${esperaEnPalabras(segundos)} e intente otra vez, o pida un código al correo.`;

export const esperaEnPalabras = (segundos: number): string =>
  segundos < 90 ? `${segundos} segundos` : `${Math.ceil(segundos / 60)} minutos`;

/** The device of an account, known by the secret of its cookie; undefined when it is another account's. */
export async function dispositivoDe(
  trx: Transaccion,
  cuenta: string,
  secreto: string | undefined,
): Promise<string | undefined> {
  return (
    (await llamar(trx, 'cuentas.dispositivo_de', {
      cuenta,
      secreto: sha256(secreto ?? ''),
      ahora: trx.ahora,
    })) ?? undefined
  );
}
