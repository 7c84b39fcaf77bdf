/** The command was called wrong, or its input cannot be read: exit code 2. */
export class ErrorDeUso extends Error {
  readonly codigo: string;
  constructor(codigo: string, mensaje: string) {
    super(mensaje);
    this.codigo = codigo;
  }
}
