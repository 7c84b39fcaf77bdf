/** Name under which a message stands that is of no field in particular. */
const SIN_CAMPO = '_';

/**
 * The one shape of no to what somebody typed or asked for: a use case returns it and its transaction stands (an attempt
 * is counted); the route answers with its own page and what was typed, the API with problem details.
 */
export interface Rechazo {
  readonly tipo: 'rechazo';
  /** Stable and public. */
  readonly codigo: string;
  /** What whoever reads no fields is told. */
  readonly mensaje: string;
  /** Message by field; `_` is of none. */
  readonly campos: Readonly<Record<string, string>>;
  /** 409 when it is not what was typed but how things stand. */
  readonly estado: 409 | 422;
  /** Seconds after which it may be asked for again: a program reads them in `Retry-After`. */
  readonly esperar?: number;
}

/** @param que message by field, or one of no field in particular */
export function rechazo(
  que: string | Readonly<Record<string, string>>,
  o: { codigo?: string; mensaje?: string; estado?: Rechazo['estado'] } = {},
): Rechazo {
  const campos = typeof que === 'string' ? { [SIN_CAMPO]: que } : que;
  return {
    tipo: 'rechazo',
    codigo: o.codigo ?? 'plataforma.datos-invalidos',
    mensaje: o.mensaje ?? campos[SIN_CAMPO] ?? 'Hay datos por corregir.',
    campos,
    estado: o.estado ?? 422,
  };
}

export const esRechazo = (algo: unknown): algo is Rechazo =>
  typeof algo === 'object' && algo !== null && (algo as Partial<Rechazo>).tipo === 'rechazo';
