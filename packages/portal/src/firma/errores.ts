import { definidos } from '@autogestion/normas/definidos';

import { ErrorDominio, type Rechazo as RechazoDeRuta } from '../plataforma/index.ts';

/** Why a signature, or something of it, is refused. `campos` has what the person reads, beside each field; empty when it is about none. */
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

export interface Rechazo extends RechazoDeRuta {
  ok: false;
  codigo: `firma.${CodigoFirma}`;
  /** What was shown and what would be signed now, when they are not the same. */
  huellas?: { mostrada: string; actual: string };
}

export function rechazo(
  codigo: CodigoFirma,
  mensaje: string,
  resto: { campo?: string; huellas?: Rechazo['huellas'] } = {},
): Rechazo {
  return {
    tipo: 'rechazo',
    ok: false,
    codigo: `firma.${codigo}`,
    mensaje,
    campos: resto.campo ? { [resto.campo]: mensaje } : {},
    estado: resto.huellas ? 409 : 422,
    ...definidos({ huellas: resto.huellas }),
  };
}

export const erroresDeFirma = {
  sinSellar: () =>
    new ErrorDominio(
      'firma.sin-sellar',
      409,
      'El acto ya está firmado y su documento se está sellando. Espere unos segundos e intente otra vez.',
    ),
} as const;
