import { definidos } from '@autogestion/normas/definidos';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { ErrorDominio, errores } from '../errores/index.ts';
import { actorDe, REAUTENTICACION_MINUTOS, type Sesion } from '../sesion/index.ts';
import { abrirCargas, type EmpezarCarga } from './cargas.ts';
import { enviarFijo } from './compresion.ts';
import { conContexto } from './contexto.ts';
import type { EntornoHttp } from './entorno.ts';
import { leerCookie, ponerCookie, porLasCookies, quitarCookie, type Sobre } from './galletas.ts';
import {
  caminoDePrueba,
  esMultiparte,
  exigirEnvioPropio,
  recibir,
  seGuarda,
  type Llegada,
} from './llegada.ts';
import { leerMultiparte } from './multiparte.ts';
import type { Conocer } from './plazos.ts';
import { GUARDAR_MS, guardarCuerpo, leerCookieRecuperar } from './recuperacion.ts';
import { rechazo, type Rechazo } from './rechazo.ts';
import type { Peticion, Respuesta, Ruta } from './ruta.ts';
import { camposOcultos, comoFormulario, guardables, validar } from './validar.ts';
import { montarVueltas } from './volver.ts';

/** Bytes of a body, and of each file, unless the route says more. */
const CUERPO_MAXIMO = 65_536;
const ARCHIVO_MAXIMO = 20 * 1024 * 1024;

/**
 * Mounts the routes of every room: session, origin, policy, and only then the body; schema, handler, answer. Who may
 * not send something is not read: a hook of the server, before any reader of bodies, decides it for every route.
 */
export function montarRutas(
  app: FastifyInstance,
  rutas: readonly Ruta[],
  entorno: EntornoHttp,
  conocer: Conocer,
): void {
  const seguro = entorno.urlPublica.startsWith('https:');
  const empezarCarga = abrirCargas();
  // Read by `atender`, a file at a time, when the form is known to be ours.
  app.addContentTypeParser(/^multipart\//, (_req, _cuerpo, listo) => listo(null, undefined));
  for (const r of rutas) {
    const llegadas = new WeakMap<FastifyRequest, Llegada>();
    app.route({
      method: r.metodo,
      url: r.camino,
      ...opciones(r),
      preParsing: async (req, reply) => {
        const s = { req, reply, seguro };
        const llegada = await recibir(r, s, entorno);
        llegadas.set(req, llegada);
        if (entroAlguien(llegada.sesion)) conocer(req);
        if (llegada.desvio !== undefined && !seGuarda(req))
          await responder(s, await mandarA(llegada.desvio, s, entorno, llegada));
      },
      handler: async (req, reply) => {
        const s = { req, reply, seguro };
        const llegada = llegadas.get(req);
        if (!llegada) throw new Error('A request is attended that did not arrive');
        const contestar = () => atender(r, s, entorno, llegada, empezarCarga);
        return responder(
          s,
          await (r.igualParaTodos && !llegada.sesion ? fija(r, llegada, contestar) : contestar()),
        );
      },
    });
  }
  montarVueltas(app, rutas);
}

/** Of each route that says the same to everybody, what it said. */
const fijas = new WeakMap<Ruta, Respuesta>();

async function fija(r: Ruta, { contexto }: Llegada, contestar: () => Promise<Respuesta>): Promise<Respuesta> {
  const hecha = fijas.get(r);
  if (hecha) return hecha;
  // A form carries the token of one visit.
  contexto.csrf = () => {
    throw new Error(`${r.nombre} has a form: it does not say the same to everybody`);
  };
  const dicha = await contestar();
  if (dicha.tipo !== 'pagina' || dicha.estado !== 200) return dicha;
  const respuesta: Respuesta = { tipo: 'fija', fijo: { texto: dicha.html } };
  fijas.set(r, respuesta);
  return respuesta;
}

function opciones(r: Ruta): RouteShorthandOptions {
  return {
    bodyLimit: r.multiparte ? CUERPO_MAXIMO : (r.maximo ?? CUERPO_MAXIMO),
    config: {
      rateLimit: r.porMinuto ? { max: r.porMinuto, timeWindow: '1 minute' } : false,
      ...definidos({ intento: r.intento }),
      deApi: r.api !== undefined,
    },
  };
}

/** Not only a visit, which anybody opens. */
const entroAlguien = (sesion: Sesion | undefined): boolean =>
  sesion?.persona !== undefined || sesion?.funcionario !== undefined;

async function atender(
  r: Ruta,
  s: Sobre,
  e: EntornoHttp,
  llegada: Llegada,
  empezarCarga: EmpezarCarga,
): Promise<Respuesta> {
  if (!esMultiparte(s.req)) return atenderCuerpo(r, s, e, llegada);
  const { sesion, p } = llegada;
  const carga = empezarCarga(entroAlguien(sesion));
  try {
    const { campos, archivos } = await leerMultiparte(s.req.raw, {
      archivos: r.archivos ?? 1,
      maximo: r.maximo ?? ARCHIVO_MAXIMO,
      antesDeArchivos: (antes) => {
        if (!r.api) exigirEnvioPropio(r, s, e, llegada, camposOcultos(antes)._csrf);
      },
      carga,
    });
    s.req.body = campos;
    p.archivos = archivos;
    return await atenderCuerpo(r, s, e, llegada);
  } finally {
    carga.terminar();
  }
}

async function atenderCuerpo(r: Ruta, s: Sobre, e: EntornoHttp, llegada: Llegada): Promise<Respuesta> {
  const { p, contexto, desvio } = llegada;
  const { body } = s.req;
  p.escrito = comoFormulario(body);
  p.ocultos = camposOcultos(body);
  if (!r.api && r.metodo !== 'GET') exigirEnvioPropio(r, s, e, llegada, p.ocultos._csrf);
  if (desvio !== undefined) return mandarA(desvio, s, e, llegada);
  if (r.metodo !== 'GET') {
    const clave = claveDe(p.cabecera('idempotency-key') ?? p.ocultos._clave);
    p.claveIdempotencia = clave;
  }
  try {
    return await conContexto(contexto, () => contestar(r, p, s));
  } catch (error) {
    return mandarA(caminoDePrueba(error, r, e), s, e, llegada);
  }
}

async function contestar(r: Ruta, p: Peticion, { req }: Sobre): Promise<Respuesta> {
  if (r.cuerpo) {
    const cuerpo = validar(r.cuerpo, r.api && !r.multiparte ? guardables(req.body ?? {}) : p.escrito);
    if (!cuerpo.ok) return rechazar(r, p, rechazo(cuerpo.campos));
    p.cuerpo = cuerpo.datos;
  }
  const respuesta = await r.manejar(p).catch((error: unknown) => enSuPagina(r, p, error));
  return respuesta.tipo === 'rechazo' ? rechazar(r, p, respuesta) : respuesta;
}

/**
 * What cannot be done as things stand is said where it was asked for, with what was typed: a refusal costs nothing.
 * @throws the refusal itself, where the route has no page or that page cannot be shown any more
 */
async function enSuPagina(r: Ruta, p: Peticion, error: unknown): Promise<Respuesta> {
  if (!(error instanceof ErrorDominio) || error.estado !== 409 || r.api || !r.invalido) throw error;
  const no = rechazo(error.message, { codigo: error.codigo, estado: 409 });
  return rechazar(r, p, no).catch(() => Promise.reject(error));
}

/** With the route's own page and what was typed. @throws ErrorDominio where there is none, and in the API */
async function rechazar(r: Ruta, p: Peticion, no: Rechazo & Pick<Respuesta, 'sesion'>): Promise<Respuesta> {
  if (r.api || !r.invalido) throw errores.deRechazo(no);
  const html = await r.invalido(p as never, no.campos, no);
  return { tipo: 'pagina', html, estado: no.estado, ...definidos({ sesion: no.sesion }) };
}

/** Somebody must come in, or prove who they are: what was typed is kept encrypted and given back afterwards. */
async function mandarA(
  destino: string,
  s: Sobre,
  e: EntornoHttp,
  { sesion }: Pick<Llegada, 'sesion'>,
): Promise<Respuesta> {
  const camino = s.req.url.split('?')[0] ?? '/';
  const escrito = comoFormulario(s.req.body);
  const { _revision } = camposOcultos(s.req.body);
  const escribio = Object.keys(escrito).length > 0;
  const pendiente = leerCookieRecuperar(leerCookie(s, 'recuperar'));
  // Going back, or another tab that reloads, must not take the place of what was typed.
  if (escribio || !pendiente?.conCuerpo) {
    const valor = await e.enTransaccion(actorDe(sesion), (trx) =>
      guardarCuerpo(trx, camino, escribio && _revision ? { ...escrito, _revision } : escrito),
    );
    ponerCookie(s, 'recuperar', valor, GUARDAR_MS / 1000);
  }
  return { tipo: 'redireccion', a: porLasCookies(s, destino, camposOcultos(s.req.body)._csrf) };
}

/** @throws 422 when it is there and cannot be a key: it is stored and indexed as it comes. */
function claveDe(escrita: string | undefined): string | undefined {
  if (!escrita) return undefined;
  if (/^[\x21-\x7e]{8,128}$/.test(escrita)) return escrita;
  throw errores.datosInvalidos({
    'Idempotency-Key': 'Debe tener entre 8 y 128 letras, números o signos, sin espacios ni tildes.',
  });
}

/** House rule: how long a browser stays known to the accounts that came in from it. */
export const DISPOSITIVO_DIAS = 180;

async function responder(s: Sobre, r: Respuesta): Promise<FastifyReply> {
  const { reply } = s;
  if (r.sesion) ponerCookie(s, 'sesion', r.sesion.token);
  if (r.sesion?.prueba) ponerCookie(s, 'prueba', r.sesion.prueba, REAUTENTICACION_MINUTOS * 60);
  if (r.dispositivo) ponerCookie(s, 'dispositivo', r.dispositivo, DISPOSITIVO_DIAS * 86_400);
  if (r.sesion === null) for (const base of ['sesion', 'prueba'] as const) quitarCookie(s, base);
  reply.header('cache-control', 'no-store');
  if (r.cabeceras) reply.headers(r.cabeceras);
  switch (r.tipo) {
    case 'pagina':
      return reply
        .code(r.estado ?? 200)
        .type('text/html; charset=utf-8')
        .send(r.html);
    case 'fija':
      return enviarFijo(s.req, reply.type('text/html; charset=utf-8'), r.fijo);
    case 'redireccion':
      return reply.redirect(r.sesion ? porLasCookies(s, r.a, camposOcultos(s.req.body)._csrf) : r.a, 303);
    case 'json':
      return reply
        .code(r.estado ?? 200)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(r.cuerpo));
    case 'texto':
      return reply
        .code(r.estado ?? 200)
        .type(r.media)
        .send(r.texto);
    case 'rechazo':
      throw new TypeError('What a handler refuses is answered before');
    case 'archivo':
      if (r.enLinea) reply.headers(DENTRO_DE_LA_OFICINA);
      return reply
        .type(r.media)
        .header(
          'content-disposition',
          `${r.enLinea ? 'inline' : 'attachment'}; filename="${r.nombre.replace(/[^\w.-]/g, '_')}"`,
        )
        .send(r.contenido);
  }
}

/** What a file that is shown may do: nothing but stand in a page of ours. */
const DENTRO_DE_LA_OFICINA = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
};
