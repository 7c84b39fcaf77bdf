/** Port of a timestamp authority (RFC 3161): the office's own or an external one. */
export interface Estampador {
  /**
   * @param resumen SHA-256 of what is timestamped, 32 bytes
   * @returns the TimeStampToken in DER
   * @throws ErrorDeEstampado when no token can be had
   */
  estampar(resumen: Uint8Array): Promise<Uint8Array>;
  /** Bytes that a token of this authority can take: the seal must reserve them before asking. */
  readonly reserva: number;
}

export class ErrorDeEstampado extends Error {
  override readonly name = 'ErrorDeEstampado';
  readonly codigo: 'SIN_RESPUESTA' | 'RECHAZADO' | 'RESPUESTA_INVALIDA' | 'PETICION_INVALIDA';

  constructor(codigo: ErrorDeEstampado['codigo'], mensaje: string, causa?: unknown) {
    super(mensaje, causa === undefined ? undefined : { cause: causa });
    this.codigo = codigo;
  }
}
