import { sql } from 'kysely';
import {
  enviarMensaje,
  MENSAJE_COMPROBACION,
  REGLAS_CODIGO,
  type Sesion,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import { usarCodigoDeRecuperacion } from '../autenticador/index.ts';
import type { Contexto } from '../contexto.ts';
import { factoresDe } from '../factores.ts';
import {
  clavesDeIntento,
  dispositivoDe,
  mensajeDeEspera,
  reservarIntento,
  soltarIntento,
} from '../frenos.ts';
import { abrir, type Cuenta, type Entrada, type Navegador, type PrimerFactor } from './seguir-entrando.ts';

/** House rule: how long a right first factor waits for the second. */
const ESPERA_MINUTOS = 10;
const PROPOSITO = 'cuentas.segundo-paso';

export interface Pendiente {
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
    primero: PrimerFactor;
  }>`select titular_id, funcionario_id, primero from cuentas.entrada
    where sesion_id = ${visita.id} and falta = 'segundo' and creada_en > ${desde}`.execute(trx.bd);
  const f = rows[0];
  const id = f?.titular_id ?? f?.funcionario_id;
  if (!f || !id) return undefined;
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
  probar: (p: Pendiente) => Promise<true | string>,
): Promise<Entrada> {
  const pendiente = await pendienteDe(trx, e.visita);
  if (!pendiente) return VENCIO;
  const { cuenta } = pendiente;
  const dispositivo = await dispositivoDe(trx, cuenta.id, e.navegador.dispositivo);
  const claves = clavesDeIntento(c.claves, `segundo:${cuenta.id}`, { ip: e.navegador.ip, dispositivo });
  const espera = await reservarIntento(trx, claves);
  if (espera > 0) return { tipo: 'no', mensaje: mensajeDeEspera(espera) };
  const resultado = await probar(pendiente);
  if (resultado !== true) return { tipo: 'no', mensaje: resultado };
  await soltarIntento(trx, claves);
  return abrir(trx, { ...e, cuenta, reforzada: true });
}

/** The six digits of the authenticator, or a recovery code. */
export const responderConCodigo = (
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; navegador: Navegador; codigo: string },
): Promise<Entrada> =>
  responder(trx, c, e, async ({ cuenta }) => {
    const bien =
      (await c.autenticador.comprobar(trx, cuenta.id, e.codigo)) ||
      (await usarCodigoDeRecuperacion(trx, c.claves, cuenta.id, e.codigo));
    return bien || 'El código no coincide o ya se usó. Espere el siguiente de su aplicación y escríbalo.';
  });

export const responderConLlave = (
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; navegador: Navegador; respuesta: string },
): Promise<Entrada> =>
  responder(trx, c, e, async ({ cuenta }) => {
    const uso = await c.llaves.comprobarUso(trx, {
      sesion: e.visita.id,
      proposito: PROPOSITO,
      respuesta: e.respuesta,
      cuenta: cuenta.id,
    });
    return uso.ok || uso.mensaje;
  });

/** A code through the channel that the first factor did not use. */
export async function pedirCodigoPorOtroCanal(
  trx: Transaccion,
  c: Contexto,
  visita: Sesion,
): Promise<'enviado' | 'espere' | 'no'> {
  const destino = await destinoDeOtroCanal(trx, visita);
  if (!destino) return 'no';
  const emision = await c.codigos.emitir(trx, visita.id, PROPOSITO, destino.donde);
  if (emision.tipo === 'espere') return 'espere';
  const texto = `Su código para terminar de entrar a Autogestión es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos y una sola vez.\n\nSi usted no está entrando, alguien tiene su contraseña o lee su correo: cámbielos.`;
  await enviarMensaje(
    trx,
    destino.canal === 'sms'
      ? { canal: 'sms', destino: destino.donde, texto }
      : {
          canal: 'correo',
          destino: destino.donde,
          asunto: `${emision.codigo} es su código para entrar`,
          texto,
        },
  );
  return 'enviado';
}

export const responderPorOtroCanal = (
  trx: Transaccion,
  c: Contexto,
  e: { visita: Sesion; navegador: Navegador; codigo: string },
): Promise<Entrada> =>
  responder(trx, c, e, async () => {
    const destino = await destinoDeOtroCanal(trx, e.visita);
    if (!destino) return MENSAJE_COMPROBACION['sin-codigo'];
    const r = await c.codigos.comprobar(trx, e.visita.id, PROPOSITO, destino.donde, e.codigo);
    return r === 'correcto' || MENSAJE_COMPROBACION[r];
  });

async function destinoDeOtroCanal(
  trx: Transaccion,
  visita: Sesion,
): Promise<{ canal: 'correo' | 'sms'; donde: string } | undefined> {
  const p = await pendienteDe(trx, visita);
  const contacto = p?.otroCanal && (await contactoDeTitular(trx, p.cuenta.id));
  const donde = p?.otroCanal === 'sms' ? contacto?.telefono : contacto?.correo;
  return p?.otroCanal && donde ? { canal: p.otroCanal, donde } : undefined;
}

export { PROPOSITO as PROPOSITO_SEGUNDO_PASO };
