import { randomUUID } from 'node:crypto';
import { definidos } from '@autogestion/normas/definidos';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import estaticos from '@fastify/static';
import underPressure from '@fastify/under-pressure';
import fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { baseNoResponde } from '../base-de-datos/index.ts';
import { ErrorDominio, errores, type Salida } from '../errores/index.ts';
import type { Logger } from '../registro/index.ts';
import { medirPeticiones } from '../metricas/index.ts';
import { comprimirTextos } from './compresion.ts';
import type { LoQueQueda } from '../contingencia/index.ts';
import { conContexto, contextoDe } from './contexto.ts';
import { esOrigenPropio } from './csrf.ts';
import type { EntornoHttp } from './entorno.ts';
import { constanciaPara, fallaronle } from './intento-fallido.ts';
import { montarRutas } from './montar.ts';
import { PLAZOS, ponerPlazos } from './plazos.ts';
import { enProblema, problema } from './problema.ts';
import { COMO_SE_SIRVEN } from './recursos.ts';
import type { Ruta } from './ruta.ts';
import { noRecibirLoQueNadieLee } from './sin-leer.ts';

export interface OpcionesServidor extends EntornoHttp {
  registro: Logger;
  rutas: readonly Ruta[];
  proxyDeConfianza: string | boolean;
  /** Delay of the event loop from which new requests are turned away, milliseconds. */
  demoraMaximaMs: number;
  /** Folder of the built browser files, served under `/recursos/`. */
  recursos: string;
  /** The page of an error: a port, because the interface stands below this room. */
  paginaError: (e: FallaParaPagina) => string;
}

/** What the page of an error says. */
interface FallaParaPagina {
  estado: number;
  codigo: string;
  mensaje: string;
  referencia: string;
  /** Page of ours from which the person came, when the browser says it. */
  desde: string | undefined;
  /** Where to go on from, where the refusal knows it. */
  seguir?: Salida;
  /** Of whoever was doing what has a due date: the proof that they tried, or why there is none. */
  constancia?: LoQueQueda;
}

/** What whoever finds the office busy, or without its database, is told to wait. */
const REINTENTE_SEGUNDOS = 5;

/** The HTTP server with everything that holds for every route. It listens nowhere yet. */
export async function crearServidor(o: OpcionesServidor): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: o.registro,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: o.proxyDeConfianza,
    routerOptions: { maxParamLength: 200 },
    // Before any route: an address that cannot be decoded.
    frameworkErrors: (error, req, reply) => {
      enviarError(req, reply, deFastify(error.statusCode ?? 400), o);
    },
    // What node cuts by itself, for everybody; bodies have `ponerPlazos`.
    requestTimeout: PLAZOS.todo,
    http: { headersTimeout: PLAZOS.cabezas, connectionsCheckingInterval: PLAZOS.cada },
    // A kept-alive connection must not hold back a restart.
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;

  registrarPeticiones(app);
  const conocer = ponerPlazos(app, o.reloj);
  noRecibirLoQueNadieLee(app);
  ponerErrores(app, o);
  await app.register(underPressure, {
    maxEventLoopDelay: o.demoraMaximaMs,
    // A sample without measurements counts as an endless delay: it must be as long as what is borne.
    sampleInterval: o.demoraMaximaMs,
    retryAfter: REINTENTE_SEGUNDOS,
    pressureHandler: () => {
      throw errores.saturado();
    },
  });
  const seguridad = await cabecerasDeSeguridad(o.urlPublica);
  app.addHook('onRequest', (_, reply, listo) => {
    reply.headers(seguridad);
    listo();
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 65_536 });
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => errores.demasiadosIntentos() });
  comprimirTextos(app);
  await app.register(estaticos, {
    root: o.recursos,
    ...COMO_SE_SIRVEN,
  });
  await app.register(async (zona) => montarRutas(zona, o.rutas, o, conocer));
  return app;
}

/** What helmet answers with: it puts it together anew for each answer, and it is always the same. */
async function cabecerasDeSeguridad(urlPublica: string): Promise<Record<string, string>> {
  const molde = fastify();
  await molde.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: politicaDeContenido(urlPublica) },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: urlPublica.startsWith('https:'),
  });
  const propias: Record<string, string> = {};
  molde.get('/', async (_, reply) => {
    for (const [nombre, valor] of Object.entries(reply.getHeaders())) propias[nombre] = String(valor);
    return '';
  });
  await molde.inject('/');
  await molde.close();
  return propias;
}

/** Everything from ourselves, and nothing inline. */
export function politicaDeContenido(urlPublica: string): Record<string, string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    // A document beside the case that it is of.
    'frame-src': ["'self'"],
    'form-action': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...(urlPublica.startsWith('https:') && { 'upgrade-insecure-requests': [] }),
  };
}

/** One line a request: the route's pattern, never the URL, which may carry identifiers. */
function registrarPeticiones(app: FastifyInstance): void {
  app.addHook('onResponse', async (req, reply) => {
    const ruta = req.routeOptions.url ?? 'sin-ruta';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    medirPeticiones(req.method, ruta, reply.statusCode, reply.elapsedTime / 1000);
    const nivel = reply.statusCode >= 500 ? 'error' : 'info';
    req.log[nivel]({ metodo: req.method, ruta, estado: reply.statusCode, ms }, 'peticion');
  });
}

function ponerErrores(app: FastifyInstance, o: OpcionesServidor): void {
  app.setNotFoundHandler((req, reply) => enviarError(req, reply, errores.noEncontrado(), o));
  app.setErrorHandler((error: FastifyError | ErrorDominio, req, reply) => {
    const e = comoDominio(error, req);
    if (!fallaronle(req, e)) return enviarError(req, reply, e, o);
    return constanciaPara(req, e, o)
      .catch((err: unknown) => {
        req.log.error({ err, ruta: req.routeOptions.url }, 'un intento fallido quedo sin constancia');
        return { ok: false, motivo: 'sin-donde-anotar' } as const;
      })
      .then((constancia) => enviarError(req, reply, e, o, constancia));
  });
}

/** As the person is told it; what nobody expected goes to the log. */
function comoDominio(error: FastifyError | ErrorDominio, req: FastifyRequest): ErrorDominio {
  if (error instanceof ErrorDominio) return error;
  // Row-level security refused what policy let through: nothing was done, and somebody must look at why.
  if (error.code === '42501') {
    req.log.error(
      { err: error, ruta: req.routeOptions.url },
      'la base rechazo lo que la politica dejo pasar',
    );
    return errores.sinPermiso();
  }
  if (baseNoResponde(error)) {
    req.log.error({ err: error, ruta: req.routeOptions.url }, 'la base de datos no responde');
    return errores.sinBase();
  }
  const estado = error.statusCode ?? 500;
  if (estado < 500) return deFastify(estado);
  req.log.error({ err: error, ruta: req.routeOptions.url }, 'falla');
  return errores.falla();
}

function deFastify(estado: number): ErrorDominio {
  if (estado === 404) return errores.noEncontrado();
  if (estado === 429) return errores.demasiadosIntentos();
  if (estado === 413) return errores.muyGrande();
  if (estado === 415) return errores.formato();
  return errores.solicitudInvalida(estado);
}

function enviarError(
  req: FastifyRequest,
  reply: FastifyReply,
  e: ErrorDominio,
  o: OpcionesServidor,
  constancia?: LoQueQueda,
): FastifyReply {
  reply.code(e.estado).header('cache-control', 'no-store');
  const esperar = e.esperar ?? (e.estado === 503 ? REINTENTE_SEGUNDOS : undefined);
  if (esperar !== undefined) reply.header('retry-after', esperar);
  if (req.url.startsWith('/api/')) {
    const dicho = { ...problema(e, req.id), ...(constancia?.ok && { constancia: enProblema(constancia) }) };
    return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(dicho));
  }
  const falla = {
    estado: e.estado,
    codigo: e.codigo,
    mensaje: e.message,
    referencia: req.id,
    desde: paginaAnterior(req, o.urlPublica),
    ...definidos({ seguir: e.seguir, constancia }),
  };
  return reply
    .type('text/html; charset=utf-8')
    .send(conContexto(contextoDe(req), () => o.paginaError(falla)));
}

/** Path of the page of ours that led here; none when it is this same one, or when it is somebody else's. */
function paginaAnterior(req: FastifyRequest, urlPublica: string): string | undefined {
  const { referer } = req.headers;
  if (!referer || !URL.canParse(referer)) return undefined;
  const { origin, pathname, search } = new URL(referer);
  if (!esOrigenPropio(origin, urlPublica, req.host)) return undefined;
  const desde = `${pathname}${search}`;
  return req.method === 'GET' && desde === req.url ? undefined : desde;
}
