import { connect, type Socket } from 'node:net';

export type Veredicto = 'limpio' | 'infectado' | 'no-responde';

/** Looks for malware in what people hand in. One that is configured and does not answer lets nothing through. */
export interface Antivirus {
  revisar(contenido: Buffer): Promise<Veredicto>;
}

/** None configured: the other checks stand alone. */
export const sinAntivirus: Antivirus = { revisar: () => Promise.resolve('limpio') };

const TROZO = 65_536;
/** Of waiting for the whole answer; 20 MB take clamd some seconds. */
const ESPERA_MS = 30_000;

/**
 * ClamAV's daemon, by its INSTREAM command (clamd(8)): a word, pieces with their length before them, an empty one, and
 * one line of answer.
 * @param direccion `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`
 */
export function clamd(direccion: string, esperaMs = ESPERA_MS): Antivirus {
  const url = new URL(direccion);
  const abrir = (): Socket =>
    url.protocol === 'unix:'
      ? connect(decodeURIComponent(url.pathname))
      : connect(Number(url.port) || 3310, url.hostname.replace(/^\[|\]$/g, ''));
  return {
    revisar: (contenido) =>
      new Promise((resolver) => {
        const conexion = abrir();
        let respuesta = '';
        // Until the deadline, however it ends: a slow answer that drips must not hold a request open.
        const plazo = setTimeout(() => conexion.destroy(), esperaMs);
        conexion.setEncoding('latin1');
        conexion.on('data', (d: string) => {
          respuesta = (respuesta + d).slice(0, 1_000);
          if (respuesta.includes('\0')) conexion.end();
        });
        conexion.on('error', () => undefined);
        conexion.on('close', () => {
          clearTimeout(plazo);
          resolver(veredicto(respuesta));
        });
        conexion.write('zINSTREAM\0');
        for (let i = 0; i < contenido.length; i += TROZO) {
          const trozo = contenido.subarray(i, i + TROZO);
          conexion.write(largo(trozo.length));
          conexion.write(trozo);
        }
        conexion.write(largo(0));
      }),
  };
}

function largo(n: number): Buffer {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n);
  return b;
}

/** Anything that is not one of the two answers, an answer cut short included, is none. */
function veredicto(respuesta: string): Veredicto {
  if (/^stream: OK\0$/.test(respuesta)) return 'limpio';
  return /^stream: .* FOUND\0$/.test(respuesta) ? 'infectado' : 'no-responde';
}
