import { sinSeparadores } from '@autogestion/normas/texto';
import { cifrar, descifrar } from '@autogestion/documentos';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { llamada, llamar, type Claves, type Transaccion } from '../../plataforma/index.ts';

/** RFC 6238 as every authenticator app reads it, and one step of tolerance each way for clocks that differ. */
const REGLA = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const TOLERANCIA = 1;
const CONTEXTO = 'cuentas.totp';

interface Enrolamiento {
  /** The secret as text, in base 32, for whoever cannot scan. */
  secreto: string;
  /** `otpauth://…`, for the QR. */
  direccion: string;
}

/** The authenticator app of an account. */
export interface Autenticador {
  /** The secret that waits to be confirmed by whoever acts; made when there is none. */
  preparar(trx: Transaccion, cuenta: string, rotulo: string): Promise<Enrolamiento>;
  /** Confirms it with its first code. */
  confirmar(trx: Transaccion, cuenta: string, codigo: string): Promise<boolean>;
  /** Each code serves once: of two at the same time, one wins. */
  comprobar(trx: Transaccion, cuenta: string, codigo: string): Promise<boolean>;
}

export function autenticador(claves: Claves): Autenticador {
  const clave = claves.derivar(CONTEXTO);
  const abrir = (cifrado: Buffer, cuenta: string) =>
    Buffer.from(descifrar(cifrado, clave, CONTEXTO + cuenta)).toString();
  const pasoDe = (trx: Transaccion, secreto: string, codigo: string): number | undefined => {
    const token = sinSeparadores(codigo);
    if (!/^\d{6}$/.test(token)) return undefined;
    const timestamp = trx.ahora.getTime();
    const totp = new TOTP({ ...REGLA, secret: Secret.fromBase32(secreto) });
    const delta = totp.validate({ token, timestamp, window: TOLERANCIA });
    return delta === null ? undefined : Math.floor(timestamp / (REGLA.period * 1000)) + delta;
  };
  const usarPaso = async (trx: Transaccion, cuenta: string, paso: number) => {
    return (await llamar(trx, 'cuentas.usar_paso_totp', { cuenta, paso })) === true;
  };

  return {
    async preparar(trx, cuenta, rotulo) {
      const nuevo = new Secret({ size: 20 }).base32;
      const cifrado = Buffer.from(cifrar(Buffer.from(nuevo), clave, CONTEXTO + cuenta));
      await sql`insert into cuentas.totp (cuenta_id, secreto_cifrado, creado_en)
        values (${cuenta}, ${cifrado}, ${trx.ahora}) on conflict (cuenta_id) do nothing`.execute(trx.bd);
      const { rows } = await sql<{ secreto_cifrado: Buffer }>`select secreto_cifrado from cuentas.totp
        where cuenta_id = ${cuenta} and confirmado_en is null`.execute(trx.bd);
      if (!rows[0]) throw new Error('The account already has an authenticator: it is removed first');
      const secreto = abrir(rows[0].secreto_cifrado, cuenta);
      const totp = new TOTP({
        ...REGLA,
        issuer: 'Autogestión',
        label: rotulo,
        secret: Secret.fromBase32(secreto),
      });
      return { secreto, direccion: totp.toString() };
    },

    async confirmar(trx, cuenta, codigo) {
      const { rows } = await sql<{ secreto_cifrado: Buffer }>`select secreto_cifrado from cuentas.totp
        where cuenta_id = ${cuenta} and confirmado_en is null for update`.execute(trx.bd);
      const paso = rows[0] && pasoDe(trx, abrir(rows[0].secreto_cifrado, cuenta), codigo);
      if (paso === undefined) return false;
      await sql`update cuentas.totp set confirmado_en = ${trx.ahora}, ultimo_paso = ${paso}
        where cuenta_id = ${cuenta}`.execute(trx.bd);
      return true;
    },

    async comprobar(trx, cuenta, codigo) {
      const { rows } = await sql<{
        secreto_cifrado: Buffer;
      }>`select secreto_cifrado from ${llamada('cuentas.totp_de', { cuenta })}`.execute(trx.bd);
      const paso = rows[0] && pasoDe(trx, abrir(rows[0].secreto_cifrado, cuenta), codigo);
      return paso !== undefined && usarPaso(trx, cuenta, paso);
    },
  };
}

/** Removes it from whoever acts. */
export async function quitarAutenticador(trx: Transaccion): Promise<void> {
  await sql`delete from cuentas.totp where cuenta_id = cuentas.actor_cuenta()`.execute(trx.bd);
}

export * from './codigos-de-recuperacion.ts';
