import { Agent, request } from 'node:http';
import { definidos } from '@autogestion/normas/definidos';

const agente = new Agent({ keepAlive: true, maxSockets: 64 });

interface Respuesta {
  estado: number;
  /** As it came on the wire, still compressed. */
  crudo: Buffer;
  cabeceras: Record<string, string | string[] | undefined>;
}

interface Pedido {
  metodo?: 'GET' | 'POST' | 'PUT';
  cuerpo?: object;
  token?: string;
  /** Address that the portal takes for the visitor's. */
  ip?: string;
  cabeceras?: Record<string, string>;
}

/** One request over connections that stay open, as a proxy's do. */
export function pedir(url: string, o: Pedido = {}): Promise<Respuesta> {
  const cuerpo = o.cuerpo && JSON.stringify(o.cuerpo);
  return new Promise((listo, falla) => {
    const peticion = request(
      url,
      {
        agent: agente,
        method: o.metodo ?? 'GET',
        headers: {
          ...(cuerpo !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(cuerpo),
          }),
          ...definidos({
            authorization: o.token ? `Bearer ${o.token}` : undefined,
            'x-forwarded-for': o.ip || undefined,
          }),
          ...o.cabeceras,
        },
      },
      (r) => {
        const partes: Buffer[] = [];
        r.on('data', (parte: Buffer) => partes.push(parte));
        r.on('error', falla);
        r.on('end', () =>
          listo({ estado: r.statusCode ?? 0, crudo: Buffer.concat(partes), cabeceras: r.headers }),
        );
      },
    );
    peticion.on('error', falla);
    peticion.end(cuerpo);
  });
}

/** The same, for JSON. @throws Error when the answer is not the one expected. */
export async function pedirJson<T>(url: string, o: Pedido & { espera: number }): Promise<T> {
  const { estado, crudo } = await pedir(url, o);
  if (estado !== o.espera) throw new Error(`${url}: ${estado} ${crudo.toString()}`);
  return JSON.parse(crudo.toString()) as T;
}

/** An address for each: the limits by address are for one person. */
export const ipDe = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
