import { definidos } from '@autogestion/normas/definidos';
import { ErrorDeEstampado, type Estampador } from './estampador.ts';
import { escribirPeticion, leerRespuesta } from './protocolo.ts';

interface OpcionesEstampadorHttp {
  /** Milliseconds to wait for the whole answer. */
  plazo?: number;
  /** Basic or bearer credentials, where the authority asks for them. */
  autorizacion?: string;
}

/** A token with a long chain takes 6 to 9 kB. */
const RESERVA = 12_288;
const RESPUESTA_MAXIMA = 65_536;

/** An external timestamp authority, RFC 3161 over HTTP (§ 3.4). */
export function estampadorHttp(url: string, opciones: OpcionesEstampadorHttp = {}): Estampador {
  const { plazo = 5000, autorizacion } = opciones;
  return {
    reserva: RESERVA,
    estampar: async (resumen) => {
      const { der, nonce } = escribirPeticion(resumen);
      const headers = {
        'content-type': 'application/timestamp-query',
        ...definidos({ authorization: autorizacion || undefined }),
      };
      const respuesta = await pedir(url, { headers, der, plazo });
      const token = leerRespuesta(respuesta, { resumen, nonce });
      if (token.length > RESERVA) {
        throw new ErrorDeEstampado(
          'RESPUESTA_INVALIDA',
          `La estampa ocupa ${token.length} bytes: demasiados.`,
        );
      }
      return token;
    },
  };
}

async function pedir(
  url: string,
  { headers, der, plazo }: { headers: Record<string, string>; der: Uint8Array; plazo: number },
): Promise<Uint8Array> {
  const cuerpo = await fetch(url, {
    method: 'POST',
    headers,
    body: new Uint8Array(der),
    signal: AbortSignal.timeout(plazo),
  })
    .then(leerCuerpo)
    .catch((causa: unknown) => {
      if (causa instanceof ErrorDeEstampado) throw causa;
      throw new ErrorDeEstampado('SIN_RESPUESTA', `La autoridad de estampado ${url} no respondió.`, causa);
    });
  return cuerpo;
}

/** Reads at most `RESPUESTA_MAXIMA` bytes: the other side may be broken or hostile. */
async function leerCuerpo(respuesta: Response): Promise<Uint8Array> {
  if (!respuesta.ok) {
    throw new ErrorDeEstampado(
      'RECHAZADO',
      `La autoridad de estampado respondió con el estado ${respuesta.status}.`,
    );
  }
  const trozos: Uint8Array[] = [];
  let largo = 0;
  for await (const trozo of respuesta.body ?? []) {
    largo += trozo.length;
    if (largo > RESPUESTA_MAXIMA) {
      throw new ErrorDeEstampado(
        'RESPUESTA_INVALIDA',
        'La respuesta de la autoridad de estampado es demasiado grande.',
      );
    }
    trozos.push(trozo);
  }
  return new Uint8Array(Buffer.concat(trozos));
}
