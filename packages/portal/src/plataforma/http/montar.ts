import { definidos } from '@autogestion/normas/definidos';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { errores } from '../errores/index.ts';
import { idPublico } from '../ids/index.ts';
import {
  actorDe,
  exigirReautenticacion,
  FaltaReautenticacion,
  REAUTENTICACION_MINUTOS,
  type Sesion,
} from '../sesion/index.ts';
import { autorizar, entraAlguien } from './autorizar.ts';
import { conContexto, guardarContexto, type ContextoDePagina } from './contexto.ts';
import type { EntornoHttp } from './entorno.ts';
import { envioPropio, procedencia, tokenCsrf } from './csrf.ts';
import { GUARDAR_MS, guardarCuerpo, leerCookieRecuperar, sacarCuerpo } from './recuperacion.ts';
import { rechazo, type Rechazo } from './rechazo.ts';
import type { ArchivoRecibido, Peticion, Respuesta, Ruta } from './ruta.ts';
import { camposOcultos, comoFormulario, validar } from './validar.ts';

type Sobre = { req: FastifyRequest; reply: FastifyReply; seguro: boolean };
const nombreCookie = (base: string, seguro: boolean) => (seguro ? `__Host-${base}` : base);

/** Mounts the routes of every room: session, origin, schema, policy, handler, answer, in that order. */
export function montarRutas(app: FastifyInstance, rutas: readonly Ruta[], entorno: EntornoHttp): void {
  const seguro = entorno.urlPublica.startsWith('https:');
  for (const r of rutas) {
    app.route({
      method: r.metodo,
      url: r.camino,
      ...opciones(r),
      handler: async (req, reply) =>
        responder({ req, reply, seguro }, await atender(r, { req, reply, seguro }, entorno)),
    });
  }
}

function opciones(r: Ruta): RouteShorthandOptions {
  return {
    bodyLimit: r.maximo ?? 65_536,
    config: { rateLimit: r.porMinuto ? { max: r.porMinuto, timeWindow: '1 minute' } : false },
  };
}

async function atender(r: Ruta, s: Sobre, e: EntornoHttp): Promise<Respuesta> {
  const { req } = s;
  const archivos = r.multiparte && req.isMultipart() ? await leerPartes(req, r.maximo) : [];
  const api = r.api !== undefined;
  const token = api ? portador(req) : req.cookies[nombreCookie('sesion', s.seguro)];
  const prueba = api ? cabeceraDe(req, CABECERA_PRUEBA) : req.cookies[nombreCookie('prueba', s.seguro)];
  const leida = token && !r.sinMirarQuien ? await e.sesionDe(token, prueba) : undefined;
  const sesion = leida === 'vencida' ? undefined : leida;
  if (!api && r.metodo !== 'GET') exigirEnvioPropio(s, e, token, sesion);

  const parametros = validar(r.parametros ?? NADA, req.params ?? {});
  if (!parametros.ok) throw errores.noEncontrado();
  const consulta = validar(r.consulta ?? NADA, req.query ?? {});
  if (!consulta.ok) throw errores.datosInvalidos(consulta.campos);

  if (!entraAlguien(r, sesion)) {
    if (api) throw errores.sinSesion();
    const deLaCasa = r.acceso === 'funcionario' ? e.caminoMesa : e.caminoEntrar;
    return mandarA(r.sinSesion?.(parametros.datos) ?? deLaCasa, s, e, sesion);
  }

  try {
    const contexto = contextoPara(r, s, e, sesion);
    const p = await peticion(s, e, sesion, contexto, parametros.datos, consulta.datos);
    p.archivos = archivos;
    await autorizar(r, p, e, contexto);
    if (r.reciente) exigirReautenticacion(sesion, e.reloj.ahora(), r.reciente);
    return await conContexto(contexto, () => contestar(r, p, s));
  } catch (error) {
    if (!(error instanceof FaltaReautenticacion) || api) throw error;
    return mandarA(`${e.caminoConfirmar}?nivel=${error.nivel}`, s, e, sesion);
  }
}

async function contestar(r: Ruta, p: Peticion, { req }: Sobre): Promise<Respuesta> {
  if (r.cuerpo) {
    const cuerpo = validar(r.cuerpo, r.api && !r.multiparte ? (req.body ?? {}) : p.escrito);
    if (!cuerpo.ok) return rechazar(r, p, rechazo(cuerpo.campos));
    p.cuerpo = cuerpo.datos;
  }
  const respuesta = await r.manejar(p);
  return respuesta.tipo === 'rechazo' ? rechazar(r, p, respuesta) : respuesta;
}

/** With the route's own page and what was typed. @throws ErrorDominio where there is none, and in the API */
async function rechazar(r: Ruta, p: Peticion, no: Rechazo & Pick<Respuesta, 'sesion'>): Promise<Respuesta> {
  if (r.api || !r.invalido) throw errores.deRechazo(no);
  const html = await r.invalido(p as never, no.campos, no);
  return { tipo: 'pagina', html, estado: no.estado, ...definidos({ sesion: no.sesion }) };
}

/** Fields go where a form's do; files are read whole. One that is too large is cut and says so: the page tells why. */
async function leerPartes(req: FastifyRequest, maximo?: number): Promise<ArchivoRecibido[]> {
  const campos: Record<string, string> = {};
  const archivos: ArchivoRecibido[] = [];
  const limites = {
    throwFileSizeLimit: false,
    ...definidos({ limits: maximo ? { fileSize: maximo } : undefined }),
  };
  for await (const parte of req.parts(limites)) {
    if (parte.type === 'file') {
      const contenido = await parte.toBuffer();
      if (contenido.length === 0) continue;
      const excede = parte.file.truncated && ({ excede: true } as const);
      archivos.push({ campo: parte.fieldname, nombre: parte.filename, contenido, ...excede });
    } else if (typeof parte.value === 'string') campos[parte.fieldname] = parte.value;
  }
  req.body = campos;
  return archivos;
}

const NADA = z.unknown();

function exigirEnvioPropio(
  s: Sobre,
  e: EntornoHttp,
  token: string | undefined,
  sesion: Sesion | undefined,
): void {
  const visita = s.req.cookies[nombreCookie('visita', s.seguro)];
  const propio = envioPropio({
    procedencia: procedencia(s.req, e.urlPublica),
    token: camposOcultos(s.req.body)._csrf,
    cookies: sesion ? [token] : [token, visita],
    exigirToken: sesion !== undefined,
    claves: e.claves,
  });
  if (!propio) throw errores.formularioAjeno();
}

/** Somebody must come in, or prove who they are: what was typed is kept encrypted and given back afterwards. */
async function mandarA(
  destino: string,
  s: Sobre,
  e: EntornoHttp,
  sesion: Sesion | undefined,
): Promise<Respuesta> {
  const camino = s.req.url.split('?')[0] ?? '/';
  const escrito = comoFormulario(s.req.body);
  const { _revision } = camposOcultos(s.req.body);
  const escribio = Object.keys(escrito).length > 0;
  const pendiente = leerCookieRecuperar(s.req.cookies[nombreCookie('recuperar', s.seguro)]);
  // Going back, or another tab that reloads, must not take the place of what was typed.
  if (escribio || !pendiente?.conCuerpo) {
    const valor = await e.enTransaccion(actorDe(sesion), (trx) =>
      guardarCuerpo(trx, camino, escribio && _revision ? { ...escrito, _revision } : escrito),
    );
    ponerCookie(s, 'recuperar', valor, GUARDAR_MS / 1000);
  }
  return { tipo: 'redireccion', a: destino };
}

/** Who came is not known yet: policy reads it in its own transaction. */
function contextoPara(r: Ruta, s: Sobre, e: EntornoHttp, sesion: Sesion | undefined): ContextoDePagina {
  const contexto: ContextoDePagina = {
    casa: e.casa,
    csrf: () => tokenCsrf(e.claves, sesion?.token ?? cookieDeVisita(s)),
    publica: r.acceso === 'publico',
  };
  guardarContexto(s.req, contexto);
  return contexto;
}

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
  const pendiente = leerCookieRecuperar(req.cookies[nombreCookie('recuperar', s.seguro)]);
  const llego = sesion && req.method === 'GET' && pendiente?.camino === camino;
  const recuperado = llego ? await e.enTransaccion(actor, (trx) => sacarCuerpo(trx, pendiente)) : undefined;
  if (llego) quitarCookie(s, 'recuperar');
  const ocultos = camposOcultos(req.body);
  const cabecera = (nombre: string) => cabeceraDe(req, nombre);
  return {
    parametros,
    consulta,
    cuerpo: undefined,
    escrito: comoFormulario(req.body),
    archivos: [],
    actor,
    sesion,
    titular: '',
    csrf: () => contexto.csrf(),
    estrenar: ({ token }) => {
      contexto.csrf = () => tokenCsrf(e.claves, token);
      contexto.persona = undefined;
    },
    recuperado: recuperado && Object.keys(recuperado).length > 0 ? recuperado : undefined,
    caminoRecuperado: pendiente?.camino,
    ocultos,
    cabecera,
    claveIdempotencia:
      req.method === 'GET' ? undefined : claveDe(cabecera('idempotency-key') ?? ocultos._clave),
    ip: req.ip,
    dispositivo: req.cookies[nombreCookie('dispositivo', s.seguro)],
    camino,
    referencia: req.id,
    registro: req.log as Logger,
    casa: e.casa,
    enTransaccion: (obra) => e.enTransaccion(actor, obra),
  };
}

/** @throws 422 when it is there and cannot be a key: it is stored and indexed as it comes. */
function claveDe(escrita: string | undefined): string | undefined {
  if (!escrita) return undefined;
  if (/^[\x21-\x7e]{8,128}$/.test(escrita)) return escrita;
  throw errores.datosInvalidos({
    'Idempotency-Key': 'Debe tener entre 8 y 128 letras, números o signos, sin espacios ni tildes.',
  });
}

/** Where a program sends the secret of the last proof. */
const CABECERA_PRUEBA = 'autogestion-prueba';

const cabeceraDe = (req: FastifyRequest, nombre: string): string | undefined =>
  [req.headers[nombre] ?? []].flat()[0];

function portador(req: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{43})$/.exec(req.headers.authorization ?? '')?.[1];
}

function cookieDeVisita(s: Sobre): string {
  const actual = s.req.cookies[nombreCookie('visita', s.seguro)];
  if (actual) return actual;
  const nueva = idPublico();
  s.req.cookies[nombreCookie('visita', s.seguro)] = nueva;
  ponerCookie(s, 'visita', nueva);
  return nueva;
}

/** House rule: how long a browser stays known to the accounts that came in from it. */
export const DISPOSITIVO_DIAS = 180;

const opcionesCookie = (seguro: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: seguro }) as const;
const ponerCookie = (s: Sobre, base: string, valor: string, maxAge?: number) =>
  void s.reply.setCookie(nombreCookie(base, s.seguro), valor, {
    ...opcionesCookie(s.seguro),
    ...definidos({ maxAge: maxAge || undefined }),
  });
const quitarCookie = (s: Sobre, base: string) =>
  void s.reply.clearCookie(nombreCookie(base, s.seguro), opcionesCookie(s.seguro));

async function responder(s: Sobre, r: Respuesta): Promise<FastifyReply> {
  const { reply } = s;
  if (r.sesion) ponerCookie(s, 'sesion', r.sesion.token);
  if (r.sesion?.prueba) ponerCookie(s, 'prueba', r.sesion.prueba, REAUTENTICACION_MINUTOS * 60);
  if (r.dispositivo) ponerCookie(s, 'dispositivo', r.dispositivo, DISPOSITIVO_DIAS * 86_400);
  if (r.sesion === null) for (const base of ['sesion', 'prueba']) quitarCookie(s, base);
  reply.header('cache-control', 'no-store');
  if (r.cabeceras) reply.headers(r.cabeceras);
  switch (r.tipo) {
    case 'pagina':
      return reply
        .code(r.estado ?? 200)
        .type('text/html; charset=utf-8')
        .send(r.html);
    case 'redireccion':
      return reply.redirect(r.a, 303);
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
      return reply
        .type(r.media)
        .header(
          'content-disposition',
          `${r.enLinea ? 'inline' : 'attachment'}; filename="${r.nombre.replace(/[^\w.-]/g, '_')}"`,
        )
        .send(r.contenido);
  }
}
