import {
  enviarMensaje,
  MENSAJE_COMPROBACION,
  REGLAS_CODIGO,
  type Sesion,
  type Transaccion,
  type SinEmitir,
} from '../plataforma/index.ts';
import { usarCodigoDeRecuperacion } from './autenticador/index.ts';
import type { Contexto } from './contexto.ts';
import type { Navegador } from './entrar/seguir-entrando.ts';
import {
  clavesDeIntento,
  dispositivoDe,
  mensajeDeEspera,
  reservarIntento,
  soltarIntento,
  type ClaveDeIntento,
} from './frenos.ts';

/** True, or what to tell whoever answered wrong. */
export type Respuesta = true | string;

interface Turno {
  claves: readonly ClaveDeIntento[];
  /** Seconds to wait; 0 when the attempt may go on. */
  espera: number;
}

/** A turn to prove a factor of an account. @param para what for: each purpose has its own counters. */
export async function tomarTurno(
  trx: Transaccion,
  c: Contexto,
  q: { para: string; cuenta: string; navegador: Navegador },
): Promise<Turno> {
  const dispositivo = await dispositivoDe(trx, q.cuenta, q.navegador.dispositivo);
  const claves = clavesDeIntento(c.claves, `${q.para}:${q.cuenta}`, { ip: q.navegador.ip, dispositivo });
  return { claves, espera: await reservarIntento(trx, claves) };
}

/** Takes a turn first; what is right gives it back. */
export async function conTurno(
  trx: Transaccion,
  c: Contexto,
  q: { para: string; cuenta: string; navegador: Navegador },
  comprobar: () => Promise<Respuesta>,
): Promise<Respuesta> {
  const turno = await tomarTurno(trx, c, q);
  if (turno.espera > 0) return mensajeDeEspera(turno.espera);
  const r = await comprobar();
  if (r === true) await soltarIntento(trx, turno.claves);
  return r;
}

/** The six digits of the authenticator, or a recovery code. */
export async function comprobarAutenticador(
  trx: Transaccion,
  c: Contexto,
  cuenta: string,
  codigo: string,
): Promise<Respuesta> {
  const bien =
    (await c.autenticador.comprobar(trx, cuenta, codigo)) ||
    (await usarCodigoDeRecuperacion(trx, c.claves, cuenta, codigo));
  return bien || 'El código no coincide o ya se usó. Espere el siguiente de su aplicación y escríbalo.';
}

export async function comprobarLlave(
  trx: Transaccion,
  c: Contexto,
  q: { sesion: Sesion; proposito: string; respuesta: string; cuenta: string },
): Promise<Respuesta> {
  const uso = await c.llaves.comprobarUso(trx, { ...q, sesion: q.sesion.id });
  return uso.ok || uso.mensaje;
}

/** Where a code of one use goes. */
export interface Destino {
  canal: 'correo' | 'sms';
  donde: string;
}

/** Sends a code of one use. @param dice the subject and what goes around the code. */
export async function enviarCodigo(
  trx: Transaccion,
  c: Contexto,
  q: { sesion: Sesion; proposito: string; destino: Destino },
  dice: { para: string; asunto: string; siNoFue: string },
): Promise<'enviado' | SinEmitir> {
  const { canal, donde } = q.destino;
  const emision = await c.codigos.emitir(trx, q.sesion.id, q.proposito, donde);
  if (emision.tipo !== 'emitido') return emision;
  const texto = `Su código para ${dice.para} es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos y una sola vez.\n\n${dice.siNoFue}`;
  await enviarMensaje(
    trx,
    canal === 'sms'
      ? { canal, destino: donde, texto, vence: emision.vence }
      : {
          canal,
          destino: donde,
          asunto: `${emision.codigo} es su código para ${dice.asunto}`,
          texto,
          vence: emision.vence,
        },
  );
  return 'enviado';
}

export async function comprobarEnviado(
  trx: Transaccion,
  c: Contexto,
  q: { sesion: Sesion; proposito: string; donde: string; codigo: string },
): Promise<Respuesta> {
  const r = await c.codigos.comprobar(trx, q.sesion.id, q.proposito, q.donde, q.codigo);
  return r === 'correcto' || MENSAJE_COMPROBACION[r];
}
