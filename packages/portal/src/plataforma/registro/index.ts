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

/** PostgreSQL's `detail` and `parameters` quote the row; they stay out. */
function errorSinDatos(error: unknown): object {
  if (!(error instanceof Error)) return { tipo: typeof error };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  return {
    tipo: error.name,
    mensaje: error.message,
    ...(code && { codigo: code }),
    ...(constraint && { restriccion: constraint }),
    ...(table && { tabla: table }),
    pila: error.stack,
    ...(error.cause instanceof Error && { causa: errorSinDatos(error.cause) }),
  };
}

export type { Logger };
