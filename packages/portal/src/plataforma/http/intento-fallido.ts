import type { FastifyRequest } from 'fastify';
import { iguales } from '../cifrado/index.ts';
import type { CausaDeFalla, LoQueQueda, QueSeIntenta } from '../contingencia/index.ts';
import type { ErrorDominio } from '../errores/index.ts';
import { procedencia, tokenCsrf } from './csrf.ts';
import type { EntornoHttp } from './entorno.ts';
import { leerCookie } from './galletas.ts';
import { portador } from './llegada.ts';
import { camposOcultos, comoFormulario } from './validar.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What its route does for somebody with a due date. */
    intento?: QueSeIntenta;
    deApi?: boolean;
  }
}

/** What is read of what somebody sent while the office fails, and how long it is waited for. */
const CUERPO_MAXIMO = 65_536;
const ESPERA_MS = 2_000;

const CAUSAS: Readonly<Record<string, CausaDeFalla>> = {
  'plataforma.sin-base': 'sin-base',
  'plataforma.saturado': 'saturado',
};

/** Whether the office failed somebody who was doing a thing that has a due date. */
export const fallaronle = (req: FastifyRequest, e: ErrorDominio): boolean =>
  e.estado >= 500 && req.routeOptions.config.intento !== undefined;

/**
 * A proof for whoever tried, made without a database: by the cookie or bearer secret that they bring, and by what they
 * sent, which may not have been read yet.
 */
export async function constanciaPara(
  req: FastifyRequest,
  e: ErrorDominio,
  o: Pick<EntornoHttp, 'claves' | 'contingencia' | 'urlPublica'>,
): Promise<LoQueQueda | undefined> {
  const { intento: que, deApi = false } = req.routeOptions.config;
  if (!que || (!deApi && (procedencia(req, o.urlPublica) === 'ajeno' || loMandaLaPagina(req))))
    return undefined;
  const token = deApi ? portador(req) : cookieDeSesion(req, o.urlPublica);
  if (token === undefined) return undefined;
  const cuerpo: unknown = req.body ?? (await cuerpoSinLeer(req));
  const csrf = deApi ? undefined : camposOcultos(cuerpo)._csrf;
  const esToken = csrf !== undefined && iguales(Buffer.from(csrf), Buffer.from(tokenCsrf(o.claves, token)));
  // What was read of a form without our token is somebody else's.
  if (!deApi && cuerpo !== undefined && !esToken) return undefined;
  const { titular } = (req.params ?? {}) as { titular?: unknown };
  return o.contingencia.dejarConstancia({
    que,
    causa: CAUSAS[e.codigo] ?? 'falla',
    referencia: req.id,
    token,
    deUnaPaginaNuestra: esToken,
    titular: typeof titular === 'string' ? titular : undefined,
    cuerpo: deApi || cuerpo === undefined ? cuerpo : comoFormulario(cuerpo),
  });
}

/** What a page saves by itself, as somebody writes: the person has done nothing yet, and is told in the page. */
const loMandaLaPagina = ({ headers }: FastifyRequest): boolean => headers.accept === 'application/json';

/** Also of a request that was turned away before its cookies were read. */
function cookieDeSesion(req: FastifyRequest, urlPublica: string): string | undefined {
  req.cookies ??= req.server.parseCookie(req.headers.cookie ?? '');
  return leerCookie({ req, seguro: urlPublica.startsWith('https:') }, 'sesion');
}

/** A small form, or the JSON of a program, of a request that failed before its body was read; nothing of any other. */
async function cuerpoSinLeer(req: FastifyRequest): Promise<unknown> {
  const { raw, headers } = req;
  const tipo = headers['content-type'] ?? '';
  const largo = Number(headers['content-length'] ?? Number.NaN);
  if (!(largo > 0 && largo <= CUERPO_MAXIMO) || raw.readableEnded) return undefined;
  const leer = /^application\/x-www-form-urlencoded/i.test(tipo)
    ? deFormulario
    : /^application\/json/i.test(tipo)
      ? (texto: string): unknown => JSON.parse(texto)
      : undefined;
  if (!leer) return undefined;
  const plazo = setTimeout(() => raw.destroy(new Error('It does not come to its end')), ESPERA_MS);
  try {
    const partes: Buffer[] = [];
    for await (const parte of raw) partes.push(parte as Buffer);
    return leer(Buffer.concat(partes).toString('utf8'));
  } catch {
    return undefined;
  } finally {
    clearTimeout(plazo);
  }
}

function deFormulario(texto: string): Record<string, string | string[]> {
  const campos: Record<string, string | string[]> = {};
  for (const [campo, valor] of new URLSearchParams(texto)) {
    const hay = Object.hasOwn(campos, campo) ? campos[campo] : undefined;
    campos[campo] = hay === undefined ? valor : [hay, valor].flat();
  }
  return campos;
}
