/** The command was called wrong, or its input cannot be read: exit code 2. */
export class ErrorDeUso extends Error {
  readonly codigo: string;
  /** The box of the form, or the name of the datum, that is at fault. */
  readonly casilla: string | undefined;

  constructor(codigo: string, mensaje: string, casilla?: string) {
    super(mensaje);
    this.codigo = codigo;
    this.casilla = casilla;
  }
}

/** `{"error":{"codigo","mensaje","casilla"?}}`, as every order answers bad input. */
export function errorEnJson({ codigo, message, casilla }: ErrorDeUso): string {
  return JSON.stringify({ error: { codigo, mensaje: message, casilla } });
}
