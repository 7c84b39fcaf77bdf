export { ErrorDeArranque } from './arranque.ts';
/**
 * An expected refusal. `codigo` is stable and public; `mensaje` is what the person reads: what happened and
 * what to do, in plain Spanish. Everything else that is thrown is a fault and becomes a 500.
 */
export class ErrorDominio extends Error {
  readonly codigo: string;
  readonly estado: number;
  /** Message by field, for forms and for the API. */
  readonly campos: Readonly<Record<string, string>>;
  /** Where to go on from, where the refusal knows it. */
  seguir?: Salida;
  /** Seconds after which it may be asked for again. */
  esperar?: number;

  constructor(codigo: string, estado: number, mensaje: string, campos: Record<string, string> = {}) {
    super(mensaje);
    this.name = 'ErrorDominio';
    this.codigo = codigo;
    this.estado = estado;
    this.campos = campos;
  }

  /** The same refusal, with the way on. */
  conSalida(seguir: Salida): this {
    this.seguir = seguir;
    return this;
  }
}

/** A link of ours, as a person reads it. */
export interface Salida {
  href: string;
  texto: string;
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
  /** It was for them, and it is not any more. */
  yaNoActua: (porque: string) =>
    new ErrorDominio('plataforma.ya-no-actua', 403, porque).conSalida({
      href: '/actuar',
      texto: 'Ver por quién puede actuar',
    }),
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
  saturado: () =>
    new ErrorDominio(
      'plataforma.saturado',
      503,
      'Hay muchas personas usando el servicio en este momento. Espere unos segundos e intente otra vez; lo que guardó sigue guardado.',
    ),
  sinBase: () =>
    new ErrorDominio(
      'plataforma.sin-base',
      503,
      'En este momento no podemos leer ni guardar datos. No es por algo que usted haya hecho. Espere un minuto e intente otra vez; lo que guardó sigue guardado.',
    ),
  falla: () =>
    new ErrorDominio(
      'plataforma.falla',
      500,
      'Algo falló de nuestro lado. Lo que ya había guardado sigue guardado.',
    ),
  /** What was being sent did not come to its end in the time that there is for it. */
  tardo: () =>
    new ErrorDominio(
      'plataforma.tardo-en-llegar',
      408,
      'Lo que envió se demoró demasiado en llegar y no lo recibimos entero. Intente otra vez con mejor señal o con un archivo más liviano.',
    ),
  muyGrande: () =>
    new ErrorDominio(
      'plataforma.muy-grande',
      413,
      'Lo que envió es demasiado grande. Acórtelo e intente otra vez.',
    ),
  demasiadosArchivos: (caben: number) =>
    new ErrorDominio(
      'plataforma.demasiados-archivos',
      413,
      caben === 1 ? 'Envíe un solo archivo a la vez.' : `Envíe ${caben} archivos o menos a la vez.`,
    ),
  formato: () =>
    new ErrorDominio(
      'plataforma.formato',
      415,
      'No podemos leer ese formato. Use el formulario de la página.',
    ),
  solicitudInvalida: (estado: number) =>
    new ErrorDominio(
      'plataforma.solicitud-invalida',
      estado,
      'No entendimos la solicitud. Vuelva atrás e intente otra vez.',
    ),
  /** What was refused without a page to say it on. */
  deRechazo: (r: {
    codigo: string;
    estado: number;
    mensaje: string;
    campos: Readonly<Record<string, string>>;
    esperar?: number;
  }) => {
    const campos = Object.fromEntries(Object.entries(r.campos).filter(([campo]) => campo !== '_'));
    const no = new ErrorDominio(r.codigo, r.estado, r.mensaje, campos);
    if (r.esperar !== undefined) no.esperar = r.esperar;
    return no;
  },
  claveReutilizada: () =>
    new ErrorDominio(
      'plataforma.clave-reutilizada',
      422,
      'Esta clave de idempotencia ya se usó con otros datos. Use una clave nueva.',
    ),
} as const;
