/**
 * An expected refusal. `codigo` is stable and public; `mensaje` is what the person reads: what happened and
 * what to do, in plain Spanish. Everything else that is thrown is a fault and becomes a 500.
 */
export class ErrorDominio extends Error {
  readonly codigo: string;
  readonly estado: number;
  /** Message by field, for forms and for the API. */
  readonly campos: Readonly<Record<string, string>>;

  constructor(codigo: string, estado: number, mensaje: string, campos: Record<string, string> = {}) {
    super(mensaje);
    this.name = 'ErrorDominio';
    this.codigo = codigo;
    this.estado = estado;
    this.campos = campos;
  }
}

/** The codes of the house itself; each capability declares its own in its `errores.ts`. */
export const errores = {
  noEncontrado: () =>
    new ErrorDominio('plataforma.no-encontrado', 404, 'No encontramos lo que busca. Revise la dirección.'),
  sinPermiso: () =>
    new ErrorDominio(
      'plataforma.sin-permiso',
      403,
      'Usted no puede ver ni hacer esto con la cuenta que tiene abierta.',
    ),
  sinSesion: () =>
    new ErrorDominio('plataforma.sin-sesion', 401, 'Su sesión no está abierta o venció. Vuelva a entrar.'),
  formularioAjeno: () =>
    new ErrorDominio(
      'plataforma.formulario-ajeno',
      403,
      'No pudimos comprobar que este envío salió de nuestra página. Vuelva atrás, recargue la página e intente otra vez.',
    ),
  demasiadosIntentos: () =>
    new ErrorDominio(
      'plataforma.demasiados-intentos',
      429,
      'Recibimos demasiadas solicitudes seguidas. Espere un minuto e intente otra vez.',
    ),
  datosInvalidos: (campos: Record<string, string>) =>
    new ErrorDominio('plataforma.datos-invalidos', 422, 'Hay datos por corregir.', campos),
  claveReutilizada: () =>
    new ErrorDominio(
      'plataforma.clave-reutilizada',
      422,
      'Esta clave de idempotencia ya se usó con otros datos. Use una clave nueva.',
    ),
} as const;
