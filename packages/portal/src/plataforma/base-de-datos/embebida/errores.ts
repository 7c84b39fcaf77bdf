/** Why an embedded server could not be given. The codes are stable: tests and the start-up message rely on them. */
type CodigoErrorEmbebida =
  | 'plataforma-sin-binarios'
  | 'binarios-no-arrancan'
  | 'directorio-inaccesible'
  | 'directorio-en-uso'
  | 'version-distinta'
  | 'inicializacion-fallida'
  | 'servidor-no-arranca'
  | 'servidor-no-se-detiene';

/**
 * A failure of the embedded PostgreSQL that the operator can act upon: `message` says in Spanish what
 * happened, `remedio` what to do about it.
 */
export class ErrorBaseEmbebida extends Error {
  readonly codigo: CodigoErrorEmbebida;
  readonly remedio: string;

  constructor(codigo: CodigoErrorEmbebida, mensaje: string, remedio: string, causa?: unknown) {
    super(mensaje, causa === undefined ? undefined : { cause: causa });
    this.name = 'ErrorBaseEmbebida';
    this.codigo = codigo;
    this.remedio = remedio;
  }
}

/** Remedy common to everything that the embedded server cannot do on this machine. */
export const USE_OTRO_SERVIDOR =
  'Use un servidor PostgreSQL 15 o posterior: defina DATABASE_URL y DATABASE_OWNER_URL.';
