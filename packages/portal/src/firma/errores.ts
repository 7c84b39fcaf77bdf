import { definidos } from '@autogestion/normas/definidos';

/** Why a signature, or something of it, is refused. `campos` has what the person reads, beside each field. */
type CodigoFirma =
  | 'sin-firma'
  | 'rut-cancelado'
  | 'contrasena'
  | 'espere'
  | 'clave-dinamica'
  | 'llave'
  | 'otro-acto'
  | 'cambio-lo-mostrado'
  | 'identidad'
  | 'acuerdo'
  | 'solo-personas';

export interface Rechazo {
  ok: false;
  codigo: `firma.${CodigoFirma}`;
  mensaje: string;
  /** By field of the form; empty when it is not about one. */
  campos: Record<string, string>;
  /** What was shown and what would be signed now, when they are not the same. */
  huellas?: { mostrada: string; actual: string };
}

export function rechazo(
  codigo: CodigoFirma,
  mensaje: string,
  resto: { campo?: string; huellas?: Rechazo['huellas'] } = {},
): Rechazo {
  return {
    ok: false,
    codigo: `firma.${codigo}`,
    mensaje,
    campos: resto.campo ? { [resto.campo]: mensaje } : {},
    ...definidos({ huellas: resto.huellas }),
  };
}
