import { sql } from 'kysely';
import {
  MENSAJE_COMPROBACION,
  type Sesion,
  type Transaccion,
  type SinEmitir,
} from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import {
  comprobarAutenticador,
  comprobarEnviado,
  comprobarLlave,
  conTurno,
  enviarCodigo,
  type Destino,
  type Respuesta,
} from '../comprobar-factor.ts';
import type { Contexto } from '../contexto.ts';
import { factoresDe } from '../factores.ts';
import { abrir, type Cuenta, type Entrada, type Navegador, type PrimerFactor } from './seguir-entrando.ts';

/** House rule: how long a right first factor waits for the second. */
const ESPERA_MINUTOS = 10;
const PROPOSITO = 'cuentas.segundo-paso';

interface Pendiente {
  cuenta: Cuenta;
  primero: PrimerFactor;
  /** What can be answered with. */
  totp: boolean;
  llaves: number;
  /** The other channel, which takes the place of a factor that was lost; officials have none. */
  otroCanal: 'correo' | 'sms' | undefined;
}

/** The sign-in of this visit that waits for its second factor. */
export async function pendienteDe(trx: Transaccion, visita: Sesion): Promise<Pendiente | undefined> {
  const desde = new Date(trx.ahora.getTime() - ESPERA_MINUTOS * 60_000);
  const { rows } = await sql<{
    titular_id: string | null;
    funcionario_id: string | null;
    primero: PrimerFactor | null;
  }>`select titular_id, funcionario_id, primero from cuentas.entrada
    where sesion_id = ${visita.id} and falta = 'segundo' and creada_en > ${desde}`.execute(trx.bd);
  const f = rows[0];
  const id = f?.titular_id ?? f?.funcionario_id;
  if (!f?.primero || !id) return undefined;
  const clase = f.titular_id ? 'persona' : 'funcionario';
  const { totp, llaves } = await factoresDe(trx, id);
  const otroCanal = clase === 'funcionario' ? undefined : f.primero === 'sms' ? 'correo' : 'sms';
  return { cuenta: { id, clase }, primero: f.primero, totp, llaves, otroCanal };
}

const VENCIO: Entrada = { tipo: 'no', mensaje: 'Pasó mucho tiempo. Vuelva a empezar la entrada.' };

/** Each way of answering takes a turn first; what is right opens the session. */
async function responder(
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; navegador: Navegador },
  probar: (p: Pendiente) => Promise<Respuesta>,
): Promise<Entrada> {
  const pendiente = await pendienteDe(trx, e.visita);
  if (!pendiente) return VENCIO;
  const { cuenta } = pendiente;
  const turno = { para: 'segundo', cuenta: cuenta.id, navegador: e.navegador };
  const r = await conTurno(trx, c, turno, () => probar(pendiente));
  if (r !== true) return { tipo: 'no', mensaje: r };
  return abrir(trx, { ...e, cuenta, reforzada: true });
}

/** The six digits of the authenticator, or a recovery code. */
export const responderConCodigo = (
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; navegador: Navegador; codigo: string },
): Promise<Entrada> =>
  responder(trx, c, e, ({ cuenta }) => comprobarAutenticador(trx, c, cuenta.id, e.codigo));

export const responderConLlave = (
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; navegador: Navegador; respuesta: string },
): Promise<Entrada> =>
  responder(trx, c, e, ({ cuenta }) =>
    comprobarLlave(trx, c, {
      sesion: e.visita,
      proposito: PROPOSITO,
      respuesta: e.respuesta,
      cuenta: cuenta.id,
    }),
  );

/** A code through the channel that the first factor did not use. */
export async function pedirCodigoPorOtroCanal(
  trx: Transaccion,
  c: Contexto,
  visita: Sesion,
): Promise<'enviado' | SinEmitir | 'no'> {
  const destino = await destinoDeOtroCanal(trx, visita);
  if (!destino) return 'no';
  return enviarCodigo(
    trx,
    c,
    { sesion: visita, proposito: PROPOSITO, destino },
    {
      para: 'terminar de entrar a Autogestión',
      asunto: 'entrar',
      siNoFue: 'Si usted no está entrando, alguien tiene su contraseña o lee su correo: cámbielos.',
    },
  );
}

export const responderPorOtroCanal = (
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; navegador: Navegador; codigo: string },
): Promise<Entrada> =>
  responder(trx, c, e, async () => {
    const destino = await destinoDeOtroCanal(trx, e.visita);
    if (!destino) return MENSAJE_COMPROBACION['sin-codigo'];
    return comprobarEnviado(trx, c, { ...e, sesion: e.visita, proposito: PROPOSITO, donde: destino.donde });
  });

async function destinoDeOtroCanal(trx: Transaccion, visita: Sesion): Promise<Destino | undefined> {
  const p = await pendienteDe(trx, visita);
  const contacto = p?.otroCanal && (await contactoDeTitular(trx, p.cuenta.id));
  const donde = p?.otroCanal === 'sms' ? contacto?.telefono : contacto?.correo;
  return p?.otroCanal && donde ? { canal: p.otroCanal, donde } : undefined;
}

export { PROPOSITO as PROPOSITO_SEGUNDO_PASO };
