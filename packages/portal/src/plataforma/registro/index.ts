import { definidos } from '@autogestion/normas/definidos';
import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The log. What goes into it is decided where it is written: routes by their pattern and never by their URL,
 * people by opaque identifiers. The redaction is a second net for objects logged by mistake.
 */
export function crearRegistro(nivel: string, destino?: DestinationStream): Logger {
  const opciones = {
    level: nivel,
    base: null,
    redact: {
      paths: [
        '*.correo',
        '*.telefono',
        '*.numero',
        '*.nombre',
        '*.codigo_hash',
        '*.token',
        'headers',
        '*.headers',
        '*.cookie',
      ],
      censor: '[reservado]',
    },
    serializers: { err: errorSinDatos },
  };
  return destino ? pino(opciones, destino) : pino(opciones);
}

/**
 * What others wrote in a message (a mail server that repeats the address, PostgreSQL that quotes the value it could
 * not read) stays out: addresses, long numbers and, for PostgreSQL's data exceptions (class 22), what is quoted.
 */
export function sinDatos(texto: string, codigo?: string): string {
  const citas = codigo?.startsWith('22') ? texto.replace(/"[^"\n]*"/g, '"[reservado]"') : texto;
  return citas.replace(/[^\s<>"'(]+@[^\s<>"')]+/g, '[correo]').replace(/\d{6,}/g, '[número]');
}

/** PostgreSQL's `detail` and `parameters` quote the row; they stay out. */
function errorSinDatos(error: unknown): object {
  if (!(error instanceof Error)) return { tipo: typeof error };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  return {
    tipo: error.name,
    mensaje: sinDatos(error.message, code),
    ...definidos({
      codigo: code || undefined,
      restriccion: constraint || undefined,
      tabla: table || undefined,
    }),
    // The first lines of a stack repeat the message; the rest are places in the code.
    pila: error.stack?.split('\n').filter((linea) => linea.startsWith('    at ')),
    ...(error.cause instanceof Error && { causa: errorSinDatos(error.cause) }),
  };
}

export type { Logger };
