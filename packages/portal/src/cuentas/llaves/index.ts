import { definidos } from '@autogestion/normas/definidos';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import { llamar, uuidv7, type Sesion, type Transaccion } from '../../plataforma/index.ts';
import { leerRespuestaDeAlta, leerRespuestaDeUso } from './respuestas.ts';

/** House rule: how long a challenge waits for its answer. */
const RETO_MINUTOS = 5;

export interface Llave {
  id: string;
  nombre: string;
  creadaEn: Date;
  usadaEn: Date | null;
}

/** Whoever holds the passkey: the account it opens. */
type UsoDeLlave = { ok: true; cuenta: string; llave: string } | { ok: false; mensaje: string };

type AltaDeLlave = { ok: true; llave: string } | { ok: false; mensaje: string };

const NO_SIRVIO = 'No pudimos comprobar su llave de acceso. Intente otra vez, o use otra forma de entrar.';

/**
 * Passkeys (WebAuthn). Each use answers a challenge of the office that serves once, in one session and for one
 * `proposito`: what an act of great consequence signs with is asked for with a purpose that names the act.
 */
export interface Llaves {
  pedirAlta(
    trx: Transaccion,
    o: { sesion: Sesion; cuenta: string; nombreDeCuenta: string },
  ): Promise<PublicKeyCredentialCreationOptionsJSON>;
  guardarAlta(
    trx: Transaccion,
    o: { sesion: Sesion; cuenta: string; nombre: string; respuesta: string },
  ): Promise<AltaDeLlave>;
  /** @param cuenta the one that must answer; absent when the passkey itself is to say whose it is. */
  pedirUso(
    trx: Transaccion,
    o: { sesion: string; proposito: string; cuenta?: string },
  ): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** @param cuenta the only one whose passkeys serve. Exactly one of two parallel answers wins. */
  comprobarUso(
    trx: Transaccion,
    o: { sesion: string; proposito: string; respuesta: string; cuenta?: string },
  ): Promise<UsoDeLlave>;
}

export function llavesDeAcceso(o: { urlPublica: string }): Llaves {
  const { hostname: rpID, origin } = new URL(o.urlPublica);
  return {
    async pedirAlta(trx, { sesion, cuenta, nombreDeCuenta }) {
      const opciones = await generateRegistrationOptions({
        rpName: 'Autogestión',
        rpID,
        userID: new Uint8Array(Buffer.from(cuenta)),
        userName: nombreDeCuenta,
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: (await credencialesDe(trx)).map((c) => ({ id: c.credencial })),
      });
      await guardarReto(trx, sesion.id, 'cuentas.alta-de-llave', opciones.challenge);
      return opciones;
    },

    async guardarAlta(trx, { sesion, cuenta, nombre, respuesta }) {
      const leida = leerRespuestaDeAlta(respuesta);
      const verificada =
        leida &&
        (await verificarAlta(leida, { origin, rpID, usar: retoDe(trx, sesion.id, 'cuentas.alta-de-llave') }));
      if (!verificada) return { ok: false, mensaje: NO_SIRVIO };
      const { credential } = verificada;
      const id = uuidv7(trx.ahora);
      const { rows } = await sql`insert into cuentas.llave
          (id, cuenta_id, credencial, clave_publica, contador, transportes, nombre, creada_en)
        values (${id}, ${cuenta}, ${credential.id}, ${Buffer.from(credential.publicKey)}, ${credential.counter},
          ${credential.transports ?? []}, ${nombre}, ${trx.ahora})
        on conflict (credencial) do nothing returning 1`.execute(trx.bd);
      return rows.length > 0
        ? { ok: true, llave: id }
        : { ok: false, mensaje: 'Esa llave de acceso ya estaba guardada.' };
    },

    async pedirUso(trx, { sesion, proposito, cuenta }) {
      const opciones = await generateAuthenticationOptions({
        rpID,
        userVerification: 'required',
        ...definidos({
          allowCredentials: cuenta
            ? (await credencialesDe(trx)).map((c) => ({ id: c.credencial }))
            : undefined,
        }),
      });
      await guardarReto(trx, sesion, proposito, opciones.challenge);
      return opciones;
    },

    async comprobarUso(trx, { sesion, proposito, respuesta, cuenta }) {
      const leida = leerRespuestaDeUso(respuesta);
      const [llave]: { id: string; cuenta_id: string; clave_publica: Buffer; contador: bigint }[] =
        await llamar(trx, 'cuentas.llave_por_credencial', { credencial: leida?.id ?? '' });
      if (!leida || !llave || (cuenta !== undefined && llave.cuenta_id !== cuenta))
        return { ok: false, mensaje: NO_SIRVIO };
      const contador = await verificarUso(leida, {
        origin,
        rpID,
        usar: retoDe(trx, sesion, proposito),
        llave: { clavePublica: llave.clave_publica, contador: Number(llave.contador) },
      });
      if (contador === undefined) return { ok: false, mensaje: NO_SIRVIO };
      const si = await llamar(trx, 'cuentas.anotar_uso_de_llave', {
        id: llave.id,
        contador,
        ahora: trx.ahora,
      });
      if (!si) return { ok: false, mensaje: NO_SIRVIO };
      return { ok: true, cuenta: llave.cuenta_id, llave: llave.id };
    },
  };
}

type GastarReto = (reto: string) => Promise<boolean>;

async function verificarAlta(
  respuesta: RegistrationResponseJSON,
  o: { origin: string; rpID: string; usar: GastarReto },
) {
  const { registrationInfo } = await verifyRegistrationResponse({
    response: respuesta,
    expectedChallenge: o.usar,
    expectedOrigin: o.origin,
    expectedRPID: o.rpID,
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }));
  return registrationInfo;
}

/** @returns the new counter, or undefined when the answer does not hold. */
async function verificarUso(
  respuesta: AuthenticationResponseJSON,
  o: {
    origin: string;
    rpID: string;
    usar: GastarReto;
    llave: { clavePublica: Buffer; contador: number };
  },
): Promise<number | undefined> {
  const r = await verifyAuthenticationResponse({
    response: respuesta,
    expectedChallenge: o.usar,
    expectedOrigin: o.origin,
    expectedRPID: o.rpID,
    requireUserVerification: true,
    credential: {
      id: respuesta.id,
      publicKey: new Uint8Array(o.llave.clavePublica),
      counter: o.llave.contador,
    },
  }).catch(() => undefined);
  return r?.verified ? r.authenticationInfo.newCounter : undefined;
}

async function guardarReto(trx: Transaccion, sesion: string, proposito: string, reto: string): Promise<void> {
  const vence = new Date(trx.ahora.getTime() + RETO_MINUTOS * 60_000);
  await sql`insert into cuentas.reto (id, sesion_id, proposito, reto, vence_en)
    values (${uuidv7(trx.ahora)}, ${sesion}, ${proposito}, ${reto}, ${vence})`.execute(trx.bd);
}

/** Spends the challenge that the answer names, if it is this session's and this purpose's. */
const retoDe =
  (trx: Transaccion, sesion: string, proposito: string): GastarReto =>
  async (reto) => {
    const { rows } = await sql`update cuentas.reto set usado_en = ${trx.ahora}
      where reto = ${reto} and sesion_id = ${sesion} and proposito = ${proposito} and usado_en is null
        and vence_en > ${trx.ahora} returning 1`.execute(trx.bd);
    return rows.length > 0;
  };

async function credencialesDe(trx: Transaccion): Promise<{ credencial: string }[]> {
  const { rows } = await sql<{ credencial: string }>`select credencial from cuentas.llave
    where cuenta_id = cuentas.actor_cuenta()`.execute(trx.bd);
  return rows;
}

/** The passkeys of whoever acts. */
export async function llavesDe(trx: Transaccion): Promise<Llave[]> {
  const { rows } = await sql<Llave>`select id, nombre, creada_en as "creadaEn", usada_en as "usadaEn"
    from cuentas.llave where cuenta_id = cuentas.actor_cuenta() order by creada_en`.execute(trx.bd);
  return rows;
}

/** Whether whoever acts could use a passkey. */
export const tieneLlave = async (trx: Transaccion): Promise<boolean> => (await llavesDe(trx)).length > 0;
