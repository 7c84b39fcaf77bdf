import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { errores } from '../errores/index.ts';
import {
  actorDe,
  exigirReautenticacion,
  FaltaReautenticacion,
  segundosDeSesion,
  type Sesion,
} from '../sesion/index.ts';
import { autorizar, entraAlguien } from './autorizar.ts';
import { guardarContexto, type ContextoDePagina } from './contexto.ts';
import { envioPropio, procedencia, tokenCsrf } from './csrf.ts';
import type { EntornoHttp } from './entorno.ts';
import { vieneDeEstaMaquina } from './esta-maquina.ts';
import { cookieDeVisita, leerCookie, quitarCookie, type Sobre } from './galletas.ts';
import { leerCookieRecuperar, sacarCuerpo } from './recuperacion.ts';
import type { Formulario, Peticion, Ruta } from './ruta.ts';
import { guardables, validar } from './validar.ts';

/** A request of which everything is known but its body. */
export interface Llegada {
  token: string | undefined;
  sesion: Sesion | undefined;
  contexto: ContextoDePagina;
  p: Peticion;
  /** Where whoever sent it must go before it is attended; what was typed waits for them. */
  desvio?: string;
}

/** Bytes of a form that is read of whoever still has to come in, to give it back to them afterwards. */
const GUARDADO_MAXIMO = 32_768;

/**
 * Session, origin, address and policy, in that order and **before a byte of the body is read**.
 * @throws ErrorDominio what refuses it
 */
export async function recibir(r: Ruta, s: Sobre, e: EntornoHttp): Promise<Llegada> {
  const { req } = s;
  // Whoever left before being attended has no address, and what is counted by it would be of nobody.
  if (!req.ip) throw errores.solicitudInvalida(400);
  const api = r.api !== undefined;
  const token = api ? portador(req) : leerCookie(s, 'sesion');
  const prueba = api ? cabeceraDe(req, CABECERA_PRUEBA) : leerCookie(s, 'prueba');
  const leida = token && !r.sinMirarQuien ? await e.sesionDe(token, prueba) : undefined;
  const sesion = leida === 'vencida' ? undefined : leida;
  if (sesion) e.contingencia.conocer(sesion);
  if (!api && r.metodo !== 'GET' && procedencia(req, e.urlPublica) === 'ajeno')
    throw errores.formularioAjeno();
  if (esMultiparte(req) && !r.multiparte) throw errores.formato();

  const parametros = validar(r.parametros ?? NADA, guardables(req.params ?? {}));
  if (!parametros.ok) throw errores.noEncontrado();
  const consulta = validar(r.consulta ?? NADA, guardables(req.query ?? {}));
  if (!consulta.ok) throw errores.datosInvalidos(consulta.campos);

  const contexto = contextoPara(r, s, e, sesion);
  const p = await peticion(s, e, sesion, contexto, parametros.datos, consulta.datos);
  const llegada: Llegada = { token, sesion, contexto, p };
  if (!entraAlguien(r, sesion)) {
    if (api) throw errores.sinSesion();
    const deLaCasa = r.acceso === 'funcionario' ? e.caminoMesa : e.caminoEntrar;
    return { ...llegada, desvio: r.sinSesion?.(parametros.datos) ?? deLaCasa };
  }
  try {
    await autorizar(r, p, e, contexto);
    r.antesDeLeer?.(p);
    if (r.reciente) exigirReautenticacion(sesion, e.reloj.ahora(), r.reciente);
    return llegada;
  } catch (error) {
    return { ...llegada, desvio: caminoDePrueba(error, r, e) };
  }
}

/** Where fresh proof is given. @throws what was thrown, when it is not for want of it */
export function caminoDePrueba(error: unknown, r: Ruta, e: EntornoHttp): string {
  if (!(error instanceof FaltaReautenticacion) || r.api) throw error;
  return `${e.caminoConfirmar}?nivel=${error.nivel}`;
}

/** Whether the body may be read of somebody who will not be attended yet: a form, small, that says its length. */
export function seGuarda(req: FastifyRequest): boolean {
  const bytes = req.headers['content-length'];
  const dicho = bytes === undefined ? req.headers['transfer-encoding'] === undefined : true;
  return !esMultiparte(req) && dicho && Number(bytes ?? 0) <= GUARDADO_MAXIMO;
}

export const esMultiparte = (req: FastifyRequest): boolean =>
  /^multipart\//i.test(req.headers['content-type'] ?? '');

/** @throws ErrorDominio 403 when the form is not one of our pages' */
export function exigirEnvioPropio(
  r: Pick<Ruta, 'acceso' | 'sinAutoridad'>,
  s: Sobre,
  e: EntornoHttp,
  { token, sesion }: Pick<Llegada, 'token' | 'sesion'>,
  csrf: string | undefined,
): void {
  // A form shown before the visit had a session serves where nobody's authority is used.
  const conAutoridad = sesion !== undefined && r.acceso !== 'publico' && r.acceso !== 'visitante';
  const propio = envioPropio({
    procedencia: procedencia(s.req, e.urlPublica),
    token: csrf,
    cookies: conAutoridad ? [token] : [token, leerCookie(s, 'visita')],
    exigirToken: sesion !== undefined && !r.sinAutoridad,
    claves: e.claves,
  });
  if (!propio) throw errores.formularioAjeno();
}

const NADA = z.unknown();

/** Who came is not known yet: policy reads it in its own transaction. */
function contextoPara(r: Ruta, s: Sobre, e: EntornoHttp, sesion: Sesion | undefined): ContextoDePagina {
  const contexto: ContextoDePagina = {
    casa: e.casa,
    urlPublica: e.urlPublica,
    csrf: () => tokenCsrf(e.claves, sesion?.token ?? cookieDeVisita(s)),
    publica: r.acceso === 'publico',
    ...(r.metodo === 'POST' && { respondeA: r.metodo }),
    ...(sesion && { acabaEn: segundosDeSesion(sesion, e.reloj.ahora()) }),
  };
  guardarContexto(s.req, contexto);
  return contexto;
}

/** Without its body, that is filled in when it is read. */
async function peticion(
  s: Sobre,
  e: EntornoHttp,
  sesion: Sesion | undefined,
  contexto: ContextoDePagina,
  parametros: unknown,
  consulta: unknown,
): Promise<Peticion> {
  const { req } = s;
  const actor = actorDe(sesion);
  const camino = req.url.split('?')[0] ?? '/';
  const pendiente = leerCookieRecuperar(leerCookie(s, 'recuperar'));
  return {
    parametros,
    consulta,
    cuerpo: undefined,
    escrito: {},
    archivos: [],
    actor,
    sesion,
    titular: '',
    csrf: () => contexto.csrf(),
    estrenar: (nueva) => {
      contexto.csrf = () => tokenCsrf(e.claves, nueva.token);
      contexto.acabaEn = segundosDeSesion(nueva, e.reloj.ahora());
      contexto.persona = undefined;
    },
    recuperado: await recuperado(s, e, sesion, camino),
    caminoRecuperado: pendiente?.camino,
    ocultos: {},
    cabecera: (nombre) => cabeceraDe(req, nombre),
    claveIdempotencia: undefined,
    ip: req.ip,
    deEstaMaquina: vieneDeEstaMaquina(req),
    dispositivo: leerCookie(s, 'dispositivo'),
    camino,
    referencia: req.id,
    registro: req.log as Logger,
    casa: e.casa,
    enTransaccion: (obra) => e.enTransaccion(actor, obra),
  };
}

async function recuperado(
  s: Sobre,
  e: EntornoHttp,
  sesion: Sesion | undefined,
  camino: string,
): Promise<Formulario | undefined> {
  const pendiente = leerCookieRecuperar(leerCookie(s, 'recuperar'));
  if (!sesion || s.req.method !== 'GET' || pendiente?.camino !== camino) return undefined;
  const devuelto = await e.enTransaccion(actorDe(sesion), (trx) => sacarCuerpo(trx, pendiente));
  quitarCookie(s, 'recuperar');
  return devuelto && Object.keys(devuelto).length > 0 ? devuelto : undefined;
}

/** Where a program sends the secret of the last proof. */
const CABECERA_PRUEBA = 'autogestion-prueba';

const cabeceraDe = (req: FastifyRequest, nombre: string): string | undefined =>
  [req.headers[nombre] ?? []].flat()[0];

export function portador(req: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{43})$/.exec(req.headers.authorization ?? '')?.[1];
}
