import { hash, verify } from '@node-rs/argon2';
import { contrasenasVerificadas, llamar, type Transaccion } from '../../plataforma/index.ts';

export { AYUDA_CONTRASENA_NUEVA, evaluarContrasena } from './fortaleza.ts';

/** argon2id, 19 MiB, two passes, one thread: OWASP's first recommendation; some 20 ms of one core. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What is verified where there is no password: of nobody's, so that nothing matches it and it costs the same. */
let deNadie: Promise<string> | undefined;

export const cifrarContrasena = (contrasena: string): Promise<string> =>
  hash(contrasena.normalize('NFC'), ARGON2);

/** One verification always, also without a hash: then it is false. */
export async function verificarContrasena(guardada: string | undefined, escrita: string): Promise<boolean> {
  deNadie ??= cifrarContrasena(crypto.randomUUID());
  contrasenasVerificadas.inc();
  const coincide = await verify(guardada ?? (await deNadie), escrita.normalize('NFC'));
  return coincide && guardada !== undefined;
}

export async function hashDe(trx: Transaccion, cuenta: string): Promise<string | undefined> {
  return (await llamar(trx, 'cuentas.contrasena_de', { cuenta })) ?? undefined;
}

export async function guardarHash(trx: Transaccion, cuenta: string, valor: string): Promise<void> {
  await llamar(trx, 'cuentas.guardar_contrasena', { cuenta, hash: valor, ahora: trx.ahora });
}
