import { EFECTIVO } from '../../calendario/index.ts';
import type { VersionDelCalendario } from '../../calendario/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import { condicion, evaluacion, negar } from './condicion.ts';
import type { Evaluacion } from './condicion.ts';
import { condicionesDeLaSolicitud, sinNumeracion } from './solicitud.ts';
import type { HechosDeLaSolicitud, Numeracion } from './solicitud.ts';
import { ultimoDia } from './ultimo-dia.ts';

/**
 * What stands in the place of the 48 in box 53 when the activities that pay IVA stop, by box 24: ET 614 takes the
 * responsibility away and names no code. A natural person who sells nothing taxed has the 49 here, as at registration
 * (`proponerResponsabilidades`); the 49 is not of entities.
 */
export const CODIGO_TRAS_EL_CESE: Readonly<Record<'1' | '2', '49' | null>> = { '1': null, '2': '49' };

/** The 30 business days of a procedure leave the end of IVA out (DUR 1.6.1.2.31 par. 2): this office gives itself them. */
export const PLAZO_DEL_CESE = { termino: 'rut-decision', sinFuente: true } as const;

export interface HechosCeseIva extends HechosDeLaSolicitud {
  /** Box 53, today. */
  responsabilidades: readonly string[];
  /** Whether anything that pays IVA is still sold. */
  vendeGravado?: boolean;
  /** Whether goods are left to sell. */
  inventarioPorVender?: boolean;
  /** Whether they must have a revisor fiscal or an accountant. */
  obligadoAContador?: boolean;
  /** The certificate of the revisor fiscal or accountant was brought. */
  certificacion?: boolean;
  /** The person's own letter, with the new activity and its date, was brought. */
  comunicacion?: boolean;
  numeracion?: Numeracion;
}

/**
 * Whether somebody who stopped selling what pays IVA, natural person or not, may leave it (ET 614, DUR
 * 1.6.1.2.14 par. 4). What is verified is the documents; the 30 days to decide do not apply (DUR
 * 1.6.1.2.31 par. 2). Until it is told, returns of IVA are still due.
 */
export function evaluarCeseIva(h: HechosCeseIva): Evaluacion {
  return evaluacion([
    condicion({
      id: 'responsable',
      articulo: 'ET 614',
      hecho: h.responsabilidades.includes('48'),
      cumple: 'Su RUT dice que es responsable de IVA (código 48).',
      noCumple: 'Su RUT no dice que sea responsable de IVA: no hay nada que retirar.',
      noSeSabe: '',
    }),
    ...condicionesDeLaSolicitud(h),
    condicion({
      id: 'sin-ventas-gravadas',
      articulo: 'ET 614; DUR 1.6.1.2.14 par. 4',
      hecho: negar(h.vendeGravado),
      cumple: 'Ya no vende nada que pague IVA.',
      noCumple: 'Todavía vende cosas que pagan IVA: sigue siendo responsable.',
      noSeSabe: 'Falta saber si todavía vende algo que pague IVA.',
    }),
    condicion({
      id: 'sin-inventario',
      articulo: 'DUR 1.6.1.2.14 par. 4',
      hecho: negar(h.inventarioPorVender),
      cumple: 'No le queda mercancía por vender.',
      noCumple: 'Le queda mercancía por vender: debe venderla antes.',
      noSeSabe: 'Falta saber si le queda mercancía por vender.',
    }),
    soporte(h),
    sinNumeracion(h.numeracion, 'DUR 1.6.1.2.14 par. 4 inc. 3'),
  ]);
}

function soporte({ obligadoAContador, certificacion, comunicacion }: HechosCeseIva) {
  const documento =
    obligadoAContador === true
      ? 'la certificación de su revisor fiscal o contador'
      : 'su comunicación con la nueva actividad y la fecha en que empezó';
  return condicion({
    id: 'soporte',
    articulo: 'DUR 1.6.1.2.14 par. 4 inc. 1 y 2',
    hecho: obligadoAContador === undefined ? undefined : obligadoAContador ? certificacion : comunicacion,
    cumple: `Presentó ${documento}.`,
    noCumple: `Falta ${documento}.`,
    noSeSabe:
      obligadoAContador === undefined
        ? 'Falta saber si debe tener contador o revisor fiscal: de eso depende el documento.'
        : `Falta saber si tiene ${documento}.`,
  });
}

/**
 * Last day to tell that the activity stopped, counted from the next day. ET 614 says 30 days and not of which kind:
 * the term `rut-cese-iva` takes them as business days, as a term of days is by law.
 *
 * @throws RangeError for a day that no calendar knows
 */
export function ultimoDiaParaInformarElCese(cese: Fecha, version: VersionDelCalendario = EFECTIVO): Fecha {
  return ultimoDia('rut-cese-iva', cese, version);
}
