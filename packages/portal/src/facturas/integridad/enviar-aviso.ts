import { createHmac } from 'node:crypto';
import { lookup, type LookupAddress } from 'node:dns';
import { request as pedirHttp, type RequestOptions } from 'node:http';
import { request as pedirHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { sha256 } from '../../plataforma/index.ts';
import { esDireccionPublica } from './direccion-publica.ts';

const ESPERA_MS = 10_000;

export class AvisoFallido extends Error {
  override readonly name = 'AvisoFallido';
}

/**
 * Why an address is not called; undefined when it is. An operator may allow some by their name and port, of the inside or
 * without TLS.
 */
export function porQueNoSeAvisa(escrita: string, permitidas: readonly string[]): string | undefined {
  if (!URL.canParse(escrita)) return 'Escriba una dirección como https://ejemplo.com/avisos.';
  const { protocol, hostname, username, password, host } = new URL(escrita);
  if (username !== '' || password !== '') return 'La dirección va sin usuario ni contraseña.';
  if (permitidas.includes(host.toLowerCase())) return undefined;
  if (protocol !== 'https:') return 'La dirección empieza por https://.';
  const desnuda = hostname.replace(/^\[|\]$/g, '');
  if (
    isIP(desnuda)
      ? !esDireccionPublica(desnuda)
      : !desnuda.includes('.') || /\.(local|internal|localhost)$/.test(desnuda)
  )
    return 'La dirección es de una red interna: no se le puede avisar desde aquí.';
  return undefined;
}

/** What goes with a notice, so that who hears it knows that it is ours, of now and whole. */
export function cabecerasDelAviso(secreto: string, cuerpo: string, ahora: Date): Record<string, string> {
  const [instante, huella] = [ahora.toISOString(), sha256(cuerpo).toString('hex')];
  const firma = createHmac('sha256', secreto).update(`${instante}.${huella}`).digest('hex');
  return {
    'autogestion-instante': instante,
    'autogestion-huella': huella,
    'autogestion-firma': firma,
  };
}

/**
 * Tells a program. Redirections are not followed, what it answers is not read, and the address is looked at when the
 * connection opens: a name that means another thing by then is not called.
 * @throws AvisoFallido whatever does not end in 2xx
 */
export async function enviarAviso(o: {
  url: string;
  cuerpo: string;
  cabeceras: Record<string, string>;
  permitidas: readonly string[];
}): Promise<void> {
  const no = porQueNoSeAvisa(o.url, o.permitidas);
  if (no !== undefined) throw new AvisoFallido(no);
  const destino = new URL(o.url);
  const libre = o.permitidas.includes(destino.host.toLowerCase());
  const opciones: RequestOptions = {
    method: 'POST',
    headers: {
      ...o.cabeceras,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(o.cuerpo),
      'user-agent': 'autogestion',
    },
    signal: AbortSignal.timeout(ESPERA_MS),
    agent: false,
    ...(!libre && { lookup: soloPublicas }),
  };
  const pedir = destino.protocol === 'https:' ? pedirHttps : pedirHttp;
  await new Promise<void>((listo, falla) => {
    const peticion = pedir(destino, opciones, (respuesta) => {
      const estado = respuesta.statusCode ?? 0;
      respuesta.destroy();
      if (estado >= 200 && estado < 300) listo();
      else falla(new AvisoFallido(`Respondió ${estado}.`));
    });
    peticion.on('error', (causa: NodeJS.ErrnoException) => {
      falla(
        causa instanceof AvisoFallido
          ? causa
          : new AvisoFallido(`No respondió (${causa.code ?? causa.name}).`),
      );
    });
    peticion.end(o.cuerpo);
  });
}

/** Names are resolved where the connection opens, and nowhere else. */
const soloPublicas: LookupFunction = (nombre, opciones, responder) => {
  lookup(nombre, { ...opciones, all: true }, (error, direcciones: LookupAddress[]) => {
    const [primera] = direcciones ?? [];
    if (error || !primera) return responder(error ?? new AvisoFallido('Ese nombre no existe.'), '', 4);
    if (!direcciones.every((d) => esDireccionPublica(d.address)))
      return responder(new AvisoFallido('La dirección es de una red interna.'), '', 4);
    if (opciones.all) return responder(null, direcciones);
    return responder(null, primera.address, primera.family);
  });
};
