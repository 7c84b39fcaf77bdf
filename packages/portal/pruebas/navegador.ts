import { definidos } from '@autogestion/normas/definidos';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

type Campos = Record<string, string | string[]>;
type Cabeceras = Record<string, string>;

/** A browser without script: keeps cookies, and sends back the hidden fields of the page it shows. */
export interface Navegador {
  readonly galletas: Map<string, string>;
  /** The answer on screen. */
  readonly pagina: LightMyRequestResponse | undefined;
  ver(camino: string, cabeceras?: Cabeceras): Promise<LightMyRequestResponse>;
  /** Sends the form of the page on screen, with its hidden fields unless told otherwise. */
  enviar(camino: string, campos?: Campos, cabeceras?: Cabeceras): Promise<LightMyRequestResponse>;
  /** Sends a form with one file. */
  subir(
    camino: string,
    campos: Record<string, string>,
    archivo: ArchivoDePrueba,
  ): Promise<LightMyRequestResponse>;
  /** Goes where the answer leads. */
  seguir(): Promise<LightMyRequestResponse>;
  ocultos(): Record<string, string>;
}

interface ArchivoDePrueba {
  campo: string;
  nombre: string;
  contenido: Buffer;
  /** What the browser says that it is. */
  media?: string;
}

const DE_LA_CASA: Cabeceras = { 'sec-fetch-site': 'same-origin' };

export function navegador(servidor: FastifyInstance, direccion: string): Navegador {
  const galletas = new Map<string, string>();
  let pagina: LightMyRequestResponse | undefined;
  let ocultos: Record<string, string> = {};
  const pedir = async (
    metodo: 'GET' | 'POST',
    camino: string,
    cabeceras: Cabeceras,
    cuerpo?: string | Buffer,
  ) => {
    pagina = await servidor.inject({
      method: metodo,
      url: camino,
      remoteAddress: direccion,
      headers: {
        ...(galletas.size > 0 && { cookie: [...galletas].map(([n, v]) => `${n}=${v}`).join('; ') }),
        ...(typeof cuerpo === 'string' && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...cabeceras,
      },
      ...definidos({ payload: cuerpo }),
    });
    for (const c of pagina.cookies) {
      if (c.value === '' || (c.expires && c.expires.getTime() < Date.now())) galletas.delete(c.name);
      else galletas.set(c.name, c.value);
    }
    if (pagina.headers['content-type']?.toString().startsWith('text/html'))
      ocultos = camposOcultos(pagina.body);
    return pagina;
  };
  return {
    galletas,
    get pagina() {
      return pagina;
    },
    ver: (camino, cabeceras = {}) => pedir('GET', camino, cabeceras),
    enviar: (camino, campos = {}, cabeceras = DE_LA_CASA) =>
      pedir('POST', camino, cabeceras, formulario({ ...casa(ocultos), ...campos })),
    subir(camino, campos, archivo) {
      const { tipo, cuerpo } = multiparte({ ...casa(ocultos), ...campos }, archivo);
      return pedir('POST', camino, { ...DE_LA_CASA, 'content-type': tipo }, cuerpo);
    },
    seguir: () => pedir('GET', pagina?.headers.location ?? '/', {}),
    ocultos: () => ocultos,
  };
}

/** What the house itself puts in its forms. */
const casa = (ocultos: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(ocultos).filter(([n]) => n.startsWith('_')));

function formulario(campos: Campos): string {
  const datos = new URLSearchParams();
  for (const [nombre, valor] of Object.entries(campos))
    for (const v of [valor].flat()) datos.append(nombre, v);
  return datos.toString();
}

function multiparte(campos: Record<string, string>, a: ArchivoDePrueba): { tipo: string; cuerpo: Buffer } {
  const linde = '----prueba-de-autogestion';
  const partes = Object.entries(campos).map(
    ([n, v]) => `--${linde}\r\ncontent-disposition: form-data; name="${n}"\r\n\r\n${v}\r\n`,
  );
  const cabeza = `--${linde}\r\ncontent-disposition: form-data; name="${a.campo}"; filename="${a.nombre}"\r\ncontent-type: ${a.media ?? 'application/pdf'}\r\n\r\n`;
  return {
    tipo: `multipart/form-data; boundary=${linde}`,
    cuerpo: Buffer.concat([
      Buffer.from(partes.join('') + cabeza),
      a.contenido,
      Buffer.from(`\r\n--${linde}--\r\n`),
    ]),
  };
}

function camposOcultos(html: string): Record<string, string> {
  const campos: Record<string, string> = {};
  for (const [etiqueta] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const nombre = /\bname="([^"]*)"/.exec(etiqueta)?.[1];
    if (nombre) campos[nombre] ??= /\bvalue="([^"]*)"/.exec(etiqueta)?.[1] ?? '';
  }
  return campos;
}

export interface RespuestaApi<T = Record<string, unknown>> {
  estado: number;
  cuerpo: T;
  respuesta: LightMyRequestResponse;
}

/** A program: one bearer token, JSON both ways. */
export interface ClienteApi {
  token: string | undefined;
  pedir<T = Record<string, unknown>>(
    metodo: 'GET' | 'POST' | 'PUT' | 'DELETE',
    camino: string,
    cuerpo?: object,
    cabeceras?: Cabeceras,
  ): Promise<RespuestaApi<T>>;
}

export function clienteApi(servidor: FastifyInstance, direccion: string): ClienteApi {
  return {
    token: undefined,
    async pedir<T>(
      metodo: 'GET' | 'POST' | 'PUT' | 'DELETE',
      camino: string,
      cuerpo?: object,
      cabeceras: Cabeceras = {},
    ) {
      const respuesta = await servidor.inject({
        method: metodo,
        url: `/api/v1${camino}`,
        remoteAddress: direccion,
        headers: {
          ...definidos({ authorization: this.token ? `Bearer ${this.token}` : undefined }),
          ...cabeceras,
        },
        ...(cuerpo && { payload: cuerpo }),
      });
      const esJson = respuesta.headers['content-type']?.toString().includes('json');
      return {
        estado: respuesta.statusCode,
        cuerpo: (esJson ? respuesta.json() : undefined) as T,
        respuesta,
      };
    },
  };
}
